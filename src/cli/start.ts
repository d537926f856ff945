import { type Command, InvalidArgumentError } from 'commander';
import { packFolders, promptCacheFile } from '#server/packs/pack-folders.ts';
import { dataHome, programVersion, shippedContent, toolchainsFolder, webFolder } from './paths.ts';

type Options = { port: number; verbose?: boolean };

const defaultPort = 4747;

/** Adds `hotseat start`. */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('start Hotseat on this machine; stop it with Ctrl+C')
    .option('--port <number>', 'the port on 127.0.0.1; 0 takes any free one', portNumber, defaultPort)
    .option('--verbose', 'write a line for every request to standard error')
    .action(start);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('Give a number from 0 to 65535.');
  }
  return port;
}

async function start({ port, verbose }: Options): Promise<void> {
  // The other commands should not wait for the server to load.
  const [{ createLog }, { startServer }, { stopOnSignals }] = await Promise.all([
    import('#server/log.ts'),
    import('#server/main.ts'),
    import('#server/stop-on-signals.ts'),
  ]);
  const home = dataHome();
  const started = await startServer({
    version: programVersion(),
    port,
    home,
    content: {
      folders: packFolders(shippedContent, home),
      cacheFile: promptCacheFile(home),
      onProgress: showReading,
    },
    webFolder,
    toolchains: toolchainsFolder,
    log: createLog(verbose ? 'debug' : 'warn'),
  });
  if (!started.ok) {
    console.error(`${started.problem.message}\n→ ${started.problem.mend}`);
    process.exitCode = started.problem.kind === 'already-running' ? 0 : 1;
    return;
  }
  stopOnSignals(started.server, (code) => process.exit(code));
  for (const warning of started.server.warnings) console.error(warning);
  console.log(`Hotseat is at ${started.server.url}\nYour data stays in ${home}. Ctrl+C stops it.`);
}

/** Only a large pack that is read for the first time takes long enough to be worth a word. */
function showReading(read: number, of: number): void {
  if (of >= 500 && read > 0 && process.stderr.isTTY)
    process.stderr.write(`\rReading questions: ${read} of ${of} `);
}
