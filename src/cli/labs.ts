import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Lab } from '#core/content/lab.ts';
import { submissionOf } from '#server/labs/submission-of.ts';
import { openWorkFolder, readWorkFolder } from '#server/labs/work-folder.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { packFolders, promptCacheFile } from '#server/packs/pack-folders.ts';
import { readManifest } from '#server/packs/read-pack.ts';
import { createLabSandbox } from '#server/sandbox/lab-sandbox.ts';
import type { RunProgress, Verdict } from '#server/sandbox/sandbox.ts';
import { contractOfVerdict, exitStatusOf } from './lab-verdict.ts';
import { addAuthorCommands } from './labs-new.ts';
import { addPrepareCommand } from './labs-prepare.ts';
import { addVerifyCommand } from './labs-verify.ts';
import { packOption } from './pack-option.ts';
import { dataHome, shippedContent, toolchainsFolder } from './paths.ts';
import { printable } from './terminal.ts';

/** Adds `hotseat labs list|open|check|verify|new|fix|prepare`. */
export function addLabCommands(program: Command): void {
  const labs = program.command('labs').description('practise code review on real apps, in your own editor');
  labs.command('list').description('the labs on this machine').option('--json', 'print JSON').action(list);
  labs
    .command('open <slug>')
    .description('write the app of a lab, with a README, into a new folder')
    .requiredOption('--dir <folder>', 'the folder')
    .option(...packOption)
    .action(open);
  labs
    .command('check <folder>')
    .description('judge the app in a work folder; exit status 0 only when everything passes')
    .option(...packOption)
    .option('--json', 'print JSON')
    .action(check);
  addVerifyCommand(labs, openLabs);
  addAuthorCommands(labs);
  addPrepareCommand(labs);
}

/** The labs of the pack in a folder, or of all packs. */
export function openLabs(pack?: string) {
  if (pack !== undefined) return openPack(pack);
  const home = dataHome();
  return openLibrary({ folders: packFolders(shippedContent, home), cacheFile: promptCacheFile(home) });
}

function list(options: { json?: boolean }): void {
  const labs = [...openLabs().labs.values()];
  if (options.json) {
    console.log(JSON.stringify(labs, null, 2));
    return;
  }
  for (const { slug, language, framework, difficulty, title } of labs) {
    console.log(
      printable(`${slug.padEnd(24)} ${`${language}, ${framework}`.padEnd(26)} ${difficulty}/5  ${title}`),
    );
  }
}

function openPack(pack: string) {
  const folder = resolve(pack);
  if (!readManifest(folder).manifest) {
    throw new Error(
      `${pack} is no pack, or its pack.yaml has errors.\n→ Name the folder that holds pack.yaml, or run: hotseat content lint ${pack}`,
    );
  }
  return openLibrary({ folders: [{ folder, removable: true }] });
}

/** The lab, or an error that says how to see what is wrong. */
export function labIn(library: ReturnType<typeof openLabs>, slug: string, pack: string | undefined): Lab {
  const lab = library.lab(slug);
  if (lab) return lab;
  throw new Error(
    pack === undefined
      ? `There is no lab called ${slug}.\n→ See: hotseat labs list. For a pack that is not added, give --pack.`
      : `There is no lab called ${slug} in ${pack}, or it has errors.\n→ Run: hotseat content lint ${pack} --lab ${slug}`,
  );
}

export const labCalled = (slug: string, pack?: string): Lab => labIn(openLabs(pack), slug, pack);

function open(slug: string, { dir, pack }: { dir: string; pack?: string }): void {
  const problem = openWorkFolder(labCalled(slug, pack), dir);
  if (problem) throw new Error(`${problem.message}\n→ ${problem.mend}`);
  console.log(
    printable(
      `The app is in ${dir}/app. Read ${dir}/README.md first.\nJudge it with: hotseat labs check ${dir}${pack ? ` --pack ${pack}` : ''}`,
    ),
  );
}

async function check(folder: string, options: { json?: boolean; pack?: string }): Promise<void> {
  const work = readWorkFolder(folder);
  if ('message' in work) throw new Error(`${work.message}\n→ ${work.mend}`);
  const lab = labCalled(work.slug, options.pack);
  const sandbox = createLabSandbox({ toolchains: toolchainsFolder, keepWarm: false });
  const here = sandbox.available(lab.language);
  if (!here.ready) throw new Error(`${here.message}\n→ ${here.mend}`);
  const cancel = new AbortController();
  process.once('SIGINT', () => cancel.abort(new Error('Cancelled.')));
  try {
    const verdict = await sandbox.run(submissionOf(lab, work.app), {
      signal: cancel.signal,
      onProgress: options.json ? () => undefined : tell,
    });
    if (options.json) console.log(JSON.stringify(contractOfVerdict(verdict), null, 2));
    else summarize(verdict);
    process.exitCode = exitStatusOf(verdict);
  } finally {
    await sandbox.close();
  }
}

function tell(progress: RunProgress): void {
  if (progress.step === 'building') console.error('Building and starting the app …');
  if (progress.step !== 'checked') return;
  const { status, kind, id, name, hidden, message, request, output } = progress.result;
  const shown = hidden && status === 'pass' ? `a hidden ${kind} check` : `${id}: ${name}`;
  console.log(printable(`${status === 'pass' ? 'ok    ' : status.padEnd(6)} ${kind.padEnd(10)} ${shown}`));
  if (status === 'pass') return;
  for (const part of [message, request, output].filter(Boolean)) console.log(printable(indent(part)));
}

const indent = (text: string): string => text.replace(/^/gm, '         ');

function summarize(verdict: Verdict): void {
  for (const { file, line, column, message } of verdict.diagnostics) {
    console.log(printable(`${file}:${line}${column ? `:${column}` : ''}: ${message}`));
  }
  if (verdict.outcome === 'build-failed') console.log(printable(verdict.output));
  if (verdict.message) console.log(printable(verdict.message));
  const failed = verdict.tests.filter(({ status }) => status !== 'pass').length;
  const words = {
    pass: `Passed: all ${verdict.tests.length} checks hold.`,
    fail: `Failed: ${failed} of ${verdict.tests.length} checks.`,
    'build-failed': 'The app does not build or start.',
    'runner-failed': 'The run broke on our side; it says nothing about your fix.',
  };
  console.log(`${words[verdict.outcome]} (${verdict.durationMs} ms)`);
}
