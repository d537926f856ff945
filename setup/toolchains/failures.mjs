// Says why a preparation failed, and the mend.
import { statfsSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { SetupError } from '../workplace.mjs';
import { CommandFailed } from './commands.mjs';
import { toolchainsFolder } from './states.mjs';

const again = 'then run: bin/hotseat labs prepare';
const fullDisk = /ENOSPC|No space left on device|disk quota exceeded/i;
const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|Unknown host|Name or service not known|name resolution|Connection refused|Connection reset|timed out|Network is unreachable|NewConnectionError|No matching distribution found .*from versions: none/i;
const leastFreeBytes = 32 * 1024 * 1024;

/** Returns `{ missing, mend }` for an error of a preparation. */
export function explainFailure(title, error) {
  if (error instanceof SetupError) return { missing: error.message, mend: error.mend };
  const said = error instanceof CommandFailed ? error.output : String(error);
  if (fullDisk.test(said) || isDiskFull())
    return {
      missing: `The disk was full while ${title} was prepared.`,
      mend: `Make room (about 500 MB), ${again}`,
    };
  if (noNetwork.test(said))
    return {
      missing: `The packages for ${title} could not be fetched: the package registry does not answer.`,
      mend: `Connect this machine, or point its package client to a mirror, ${again}`,
    };
  return { missing: `${title} could not be prepared: ${lastWords(said)}`, mend: `Mend that, ${again}` };
}

function isDiskFull() {
  try {
    const { bavail, bsize } = statfsSync(toolchainsFolder);
    return bavail * bsize < leastFreeBytes;
  } catch {
    return false;
  }
}

/** The line that most likely says why: the first that speaks of an error, otherwise the last. */
function lastWords(said) {
  const lines = said
    .split('\n')
    .map((line) => stripVTControlCharacters(line).trim())
    .filter(Boolean);
  const line = lines.find((one) => /error/i.test(one)) ?? lines.at(-1) ?? 'the program said nothing.';
  return line.length > 200 ? `${line.slice(0, 200)} …` : line;
}
