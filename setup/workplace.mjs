// Where things are in a checkout, and how setup talks and runs npm.
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..');

export const folders = {
  checkout,
  state: join(checkout, '.hotseat'),
  modules: join(checkout, 'node_modules'),
};

/** Something that the user can mend; `mend` says how. */
export class SetupError extends Error {
  constructor(message, mend) {
    super(message);
    this.mend = mend;
  }
}

/** Progress goes to standard error, so that a command's output stays its own. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Runs npm and returns what it printed. */
export function npm(args, { cwd = folders.checkout, quiet = false } = {}) {
  const windows = process.platform === 'win32';
  const ran = spawnSync(windows ? 'npm.cmd' : 'npm', args, {
    cwd,
    shell: windows,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', quiet ? 'pipe' : 'inherit'],
  });
  if (ran.error)
    throw new SetupError('npm cannot be started.', 'Install Node.js with npm, then run the command again.');
  if (ran.status !== 0) {
    throw new SetupError(
      `npm ${args[0]} failed.${quiet ? `\n${ran.stderr}` : ''}`,
      'The lines above say why. Often it is the connection to the package registry or a full disk; then run the command again.',
    );
  }
  return ran.stdout;
}

/** Runs a script's main part; a SetupError ends it with a clear message. */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}\n→ ${error.mend}`);
    process.exitCode = 1;
  }
}
