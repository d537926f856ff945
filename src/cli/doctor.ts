import type { Command } from 'commander';
import { diagnose } from '#server/diagnose.ts';
import { judgeFaultHere } from '#server/grading/build-grader.ts';
import { loadLibrary } from '#server/packs/load-library.ts';
import { packFolders, promptCacheFile } from '#server/packs/pack-folders.ts';
import { probeSandbox } from '#server/sandbox/probe.ts';
import { dataHome, shippedContent, toolchainsFolder, webFolder } from './paths.ts';
import { printable } from './terminal.ts';

/** Adds `hotseat doctor`. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('say what works on this machine, what does not, and the mend')
    .option('--json', 'print JSON')
    .action(doctor);
}

async function doctor(options: { json?: boolean }): Promise<void> {
  const home = dataHome();
  const items = diagnose({
    home,
    webFolder,
    toolchains: toolchainsFolder,
    sandbox: probeSandbox(),
    judgeFault: await judgeFaultHere(),
    library: loadLibrary({ folders: packFolders(shippedContent, home), cacheFile: promptCacheFile(home) }),
  });
  if (options.json) console.log(JSON.stringify(items, null, 2));
  else {
    for (const { name, state, detail, mend } of items) {
      console.log(printable(`${state === 'ready' ? 'ok     ' : state.padEnd(7)}  ${name}: ${detail}`));
      if (mend) console.log(printable(`         → ${mend}`));
    }
  }
  if (items.some((item) => item.state === 'missing')) process.exitCode = 1;
}
