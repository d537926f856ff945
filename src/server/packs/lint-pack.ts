import { lstatSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PackManifest } from '#core/content/pack.ts';
import type { Finding, Problem } from '#core/content/problem.ts';
import type { Question } from '#core/content/question.ts';
import { lintLab } from './lint-lab.ts';
import { lintScenario } from './lint-scenario.ts';
import { listPack } from './pack-files.ts';
import { type PackExtras, readExtras, readManifest } from './read-pack.ts';
import { readQuestion } from './read-question.ts';
import { readTriage } from './read-triage.ts';
import { fileProblem } from './source-file.ts';

export type LintOptions = {
  readonly folder: string;
  /** Checks of a sound question that need more than its file, such as grading its examples. */
  readonly deepCheck?: (extras: PackExtras) => (question: Question) => Promise<readonly Finding[]>;
  /** Slugs of other packs, with the pack's id. */
  readonly takenSlugs?: ReadonlyMap<string, string>;
  /** Labs of other packs, with the pack's id. */
  readonly takenLabs?: ReadonlyMap<string, string>;
  readonly onProgress?: (done: number, of: number) => void;
};

export type LintResult = {
  readonly manifest: PackManifest | undefined;
  readonly questions: number;
  readonly labs: number;
  readonly scenarios: number;
  readonly triage: number;
  readonly slugs: readonly string[];
  /** All of them, in file order. */
  readonly problems: readonly Problem[];
};

/** Checks a whole pack and returns every problem it finds; it does not stop at the first. */
export async function lintPack(options: LintOptions): Promise<LintResult> {
  const { folder } = options;
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const problem = fileProblem(
      folder,
      'no-pack',
      'This is not a folder.',
      'Name the folder that holds pack.yaml.',
    );
    const none = { questions: 0, labs: 0, scenarios: 0, triage: 0 };
    return { manifest: undefined, ...none, slugs: [], problems: [problem] };
  }
  const { manifest, problems: manifestProblems } = readManifest(folder);
  const files = listPack(folder);
  const extras = readExtras(folder, files, manifest?.id ?? 'unknown');
  const problems: Problem[] = [...manifestProblems, ...files.problems, ...extras.problems];
  const check = options.deepCheck?.(extras);
  const slugs: string[] = [];
  for (const [index, file] of files.questions.entries()) {
    options.onProgress?.(index, files.questions.length);
    // Lets signals through.
    await nextTurn();
    const read = readQuestion({ folder, file, pack: manifest?.id ?? 'unknown' });
    problems.push(...read.problems);
    if (!read.question) continue;
    slugs.push(read.question.slug);
    const deep = check ? await check(read.question) : [];
    problems.push(...[...takenSlug(read.question, options.takenSlugs), ...deep].map(read.locate));
  }
  for (const slug of files.labs) {
    problems.push(...lintLab(folder, slug, manifest?.id), ...takenLab(slug, options.takenLabs));
  }
  problems.push(...files.scenarios.flatMap((slug) => lintScenario(folder, slug, manifest?.id)));
  problems.push(
    ...files.triage.flatMap((file) => readTriage(folder, file, manifest?.id ?? 'unknown').problems),
  );
  const counts = {
    questions: files.questions.length,
    labs: files.labs.length,
    scenarios: files.scenarios.length,
    triage: files.triage.length,
  };
  return { manifest, ...counts, slugs, problems };
}

function takenLab(slug: string, taken: LintOptions['takenLabs']): Problem[] {
  const pack = taken?.get(slug);
  if (pack === undefined) return [];
  const message = `The pack \`${pack}\` already has a lab \`${slug}\`.`;
  const mend = 'Rename the folder; names of labs are unique over all packs.';
  return [fileProblem(`labs/${slug}`, 'slug-taken', message, mend)];
}

function takenSlug(question: Question, taken: LintOptions['takenSlugs']): Finding[] {
  const pack = taken?.get(question.slug);
  if (pack === undefined) return [];
  return [
    {
      rule: 'slug-taken',
      severity: 'error',
      path: ['slug'],
      message: `The pack \`${pack}\` already has a question \`${question.slug}\`.`,
      mend: 'Choose another slug; slugs are unique over all packs.',
    },
  ];
}
