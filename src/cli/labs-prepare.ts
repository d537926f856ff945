import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from 'commander';
import { programFolder } from './paths.ts';

/** Adds `hotseat labs prepare`. */
export function addPrepareCommand(labs: Command): void {
  labs
    .command('prepare')
    .description('fetch and build once what labs need of each language; as root, also install missing tools')
    .action(prepare);
}

/** Setup does it, since it has to run before the program is installed. */
function prepare(): Promise<void> {
  const setup = spawn(process.execPath, [join(programFolder, 'setup/toolchains.mjs'), '--install'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => setup.kill(signal));
  return new Promise((resolve, reject) => {
    setup.on('error', reject);
    setup.on('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}
