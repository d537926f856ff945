import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '#core/content/problem.ts';
import { checkExamples } from '#core/grading/check-examples.ts';
import { createGrader } from '#core/grading/grader.ts';
import { installPack, removePack } from '#server/packs/install-pack.ts';
import { contentSchemas } from '#server/packs/json-schemas.ts';
import { lintLab } from '#server/packs/lint-lab.ts';
import { type LintOptions, lintPack } from '#server/packs/lint-pack.ts';
import { lintScenario } from '#server/packs/lint-scenario.ts';
import { loadLibrary, openLibrary } from '#server/packs/load-library.ts';
import { packFolders, promptCacheFile } from '#server/packs/pack-folders.ts';
import type { PackExtras } from '#server/packs/read-pack.ts';
import { removeStaleStaging } from '#server/packs/staging.ts';
import { dataHome, programFolder, shippedContent } from './paths.ts';
import { printable } from './terminal.ts';

/** Adds `hotseat content …`. */
export function addContentCommands(program: Command): void {
  const content = program
    .command('content')
    .description('check, add, list and remove content packs')
    .hook('preAction', () => removeStaleStaging(dataHome()));
  content
    .command('lint [folder]')
    .description('check a pack and report every problem with file, line, column and the mend')
    .option('--lab <slug>', 'check only this lab of the pack')
    .option('--scenario <slug>', 'check only this scenario of the pack')
    .option('--json', 'print JSON')
    .action(lint);
  content
    .command('add <source>')
    .description('add a pack from a folder or a zip archive')
    .option('--json', 'print JSON')
    .action(add);
  content.command('list').description('list the packs').option('--json', 'print JSON').action(list);
  content.command('remove <id>').description('remove an added pack').action(remove);
  content
    .command('schemas')
    .description('write the JSON Schemas for editors to content/schemas')
    .option('--check', 'only compare, and fail on a difference')
    .action(schemas);
}

const installed = () => ({
  folders: packFolders(shippedContent, dataHome()),
  cacheFile: promptCacheFile(dataHome()),
});

/** Examples are graded with the pack's own lexicon and red flags on top of those already there. */
const gradeExamples: NonNullable<LintOptions['deepCheck']> = (extras: PackExtras) => {
  const { lexicon, redFlags } = openLibrary(installed());
  const own = redFlags.length > 0 ? redFlags : extras.redFlags;
  const grader = createGrader({ lexicon: [...lexicon, ...extras.lexicon], redFlags: own });
  return (question) => checkExamples(grader, question);
};

type LintCommand = { json?: boolean; lab?: string; scenario?: string };

async function lint(folder: string | undefined, options: LintCommand): Promise<void> {
  const target = resolve(folder ?? join(shippedContent, 'core'));
  if (options.lab !== undefined) {
    reportOne('lab', lintLab(target, options.lab), { ...options, target });
    return;
  }
  if (options.scenario !== undefined) {
    reportOne('scenario', lintScenario(target, options.scenario), { ...options, target });
    return;
  }
  const result = await lintPack({ folder: target, deepCheck: gradeExamples, ...progress(options.json) });
  report(result.problems, options.json, target);
  if (!options.json)
    console.log(
      `${result.questions} questions, ${result.scenarios} scenarios, ${result.triage} triage sets and ${result.labs} labs checked: ${tally(result.problems)}`,
    );
  if (hasErrors(result.problems)) process.exitCode = 1;
}

function reportOne(
  kind: string,
  problems: readonly Problem[],
  { json, target }: { json?: boolean; target: string },
): void {
  report(problems, json, target);
  if (!json) console.log(`1 ${kind} checked: ${tally(problems)}`);
  if (hasErrors(problems)) process.exitCode = 1;
}

function progress(quiet: boolean | undefined): Pick<LintOptions, 'onProgress'> {
  if (quiet || !process.stderr.isTTY) return {};
  return { onProgress: (done, of) => void process.stderr.write(`\r${done}/${of} `) };
}

async function add(source: string, options: { json?: boolean }): Promise<void> {
  const result = await installPack({
    source: resolve(source),
    home: dataHome(),
    library: openLibrary(installed()),
    deepCheck: gradeExamples,
  });
  report(result.problems, options.json, source);
  if (!result.installed) {
    if (!options.json) console.error('Nothing was added.');
    process.exitCode = 1;
  } else {
    // Remembers the prompts, so that the next start need not check the pack.
    loadLibrary(installed());
    if (options.json) return;
    console.log(
      `Added ${result.manifest.title} ${result.manifest.version} with ${result.questions} questions and ${result.labs} labs. Restart Hotseat to see them.`,
    );
  }
}

function list(options: { json?: boolean }): void {
  const packs = loadLibrary(installed()).packs.map(({ manifest, questions, labs, problems, removable }) => ({
    ...manifest,
    questions,
    labs,
    problems,
    removable,
  }));
  if (options.json) {
    console.log(JSON.stringify(packs, null, 2));
    return;
  }
  for (const pack of packs) {
    const origin = pack.removable ? 'added' : 'comes with Hotseat';
    console.log(
      `${pack.id}  ${pack.title} ${pack.version}  ${pack.questions} questions  ${pack.labs} labs  ${pack.license}  ${origin}`,
    );
  }
}

function remove(id: string): void {
  if (removePack(dataHome(), id)) {
    console.log(`Removed ${id}. Attempts on its questions stay in the history.`);
    return;
  }
  console.error(`There is no added pack "${id}". See: hotseat content list`);
  process.exitCode = 1;
}

function schemas(options: { check?: boolean }): void {
  const folder = join(shippedContent, 'schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of contentSchemas()) {
    const file = join(folder, name);
    if (!options.check) writeFileSync(file, text);
    else if (contentOf(file) !== text) {
      console.error(`${relative(programFolder, file)} differs from the code. Run: npm run schemas`);
      process.exitCode = 1;
    }
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error');

function tally(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return `${errors} errors, ${problems.length - errors} warnings.`;
}

function report(problems: readonly Problem[], json: boolean | undefined, folder: string): void {
  if (json) {
    console.log(JSON.stringify(problems, null, 2));
    return;
  }
  const shown = relative(process.cwd(), folder) || '.';
  for (const problem of problems) {
    const file = problem.file.startsWith('/') ? problem.file : join(shown, problem.file);
    const text = `${problem.severity}  ${problem.message} ${problem.mend}  [${problem.rule}]`;
    console.log(printable(`${file}:${problem.line}:${problem.column}  ${text}`));
  }
}
