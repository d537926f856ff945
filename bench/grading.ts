// How fast answers are graded by words alone and with the judge, and how right reference mode (words) is on public answers
// that people scored. No label of those answers is used to grade them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGrader, type Grader } from '#core/grading/grader.ts';
import { tryJudge } from '#server/grading/build-grader.ts';
import { loadLibrary } from '#server/packs/load-library.ts';
import { type Measured, percentile, printResults } from './results.ts';
import { mean, pearson } from './statistics.ts';

type Scored = {
  readonly questionId: string;
  readonly question: string;
  readonly references: readonly string[];
  readonly answer: string;
  readonly score: number;
  readonly label: string | null;
};

const root = join(import.meta.dirname, '..');
const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const datasets = option('--datasets', join(root, '../shared/datasets/short-answer-grading'));
const split = option('--split', 'unseen-answers');

const library = loadLibrary({ folders: [{ folder: join(root, 'content/core'), removable: false }] });
const { lexicon, redFlags } = library;
const byWords = createGrader({ lexicon, redFlags });
const results = [
  ...(await speed(byWords, { name: 'lexical', target: 25, runs: 250 })),
  ...(await accuracy(byWords)),
];
const begun = performance.now();
const found = await tryJudge();
if ('judge' in found) {
  const load = performance.now() - begun;
  results.push({ what: 'first load of the judge', value: load, unit: 'ms', target: 2000 });
  const both = createGrader({ lexicon, redFlags, judge: found.judge });
  results.push(...(await speed(both, { name: 'with judge', target: 1000, runs: 40 })));
} else console.log(`\nThe judge is not measured: ${found.why}`);
printResults('grading', results);

type Speed = { readonly name: string; readonly target: number; readonly runs: number };

async function speed(grader: Grader, { name, target, runs }: Speed): Promise<Measured[]> {
  const slug = [...library.prompts.keys()].find((known) => library.question(known)?.points.length === 11);
  const question = slug === undefined ? undefined : library.question(slug);
  if (!question) throw new Error('No question of the core pack has eleven points.');
  const words = question.examples.flatMap(({ answer }) => answer.split(/\s+/));
  const answer = Array.from({ length: 300 }, (_, index) => words[index % words.length]).join(' ');
  const start = performance.now();
  await grader.grade({ question, answer });
  const first = performance.now() - start;
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await grader.grade({ question, answer });
    if (run >= runs / 5) samples.push(performance.now() - begun);
  }
  return [
    { what: `${name}: first grade of a rubric`, value: first, unit: 'ms' },
    { what: `${name}: 300 words, 11 points, p50`, value: percentile(samples, 50), unit: 'ms' },
    { what: `${name}: 300 words, 11 points, p95`, value: percentile(samples, 95), unit: 'ms', target },
  ];
}

async function accuracy(grader: Grader): Promise<Measured[]> {
  if (!existsSync(datasets)) {
    console.log(
      `\nReference mode is not measured: there is no ${datasets}. Name the folder with --datasets.`,
    );
    return [];
  }
  const figures: Measured[] = [];
  for (const [name, target] of [
    ['scientsbank', 0.75],
    ['beetle', 0.75],
  ] as const) {
    const rows = read(name);
    const scores = await scoresOf(grader, rows);
    const value = weightedF1(
      rows.map(({ label }) => label === 'correct'),
      scores.map((score) => score >= 0.5),
    );
    figures.push({
      what: `${name} ${split} (${rows.length}), 2-way weighted F1`,
      value,
      unit: '',
      target,
      atLeast: true,
    });
  }
  const rows = read('saf');
  const value = withinQuestions(rows, await scoresOf(grader, rows));
  figures.push({
    what: `saf ${split} (${rows.length}), Pearson r within questions`,
    value,
    unit: '',
    target: 0.5,
    atLeast: true,
  });
  return figures;
}

function read(name: string): Scored[] {
  return readFileSync(join(datasets, `${name}-${split}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Scored);
}

/** The grader sees the question, the references and the answer, and no label. */
async function scoresOf({ gradeAgainstReference }: Grader, rows: readonly Scored[]): Promise<number[]> {
  const scores: number[] = [];
  for (const { questionId, question, references, answer } of rows) {
    scores.push((await gradeAgainstReference({ id: questionId, question, references, answer })).score);
  }
  return scores;
}

function weightedF1(truth: readonly boolean[], said: readonly boolean[]): number {
  const of = (kind: boolean): number => {
    const right = truth.filter((value, index) => value === kind && said[index] === kind).length;
    const wrong = truth.filter((value, index) => (value === kind) !== (said[index] === kind)).length;
    return ((2 * right) / Math.max(1, 2 * right + wrong)) * truth.filter((value) => value === kind).length;
  };
  return (of(true) + of(false)) / truth.length;
}

function withinQuestions(rows: readonly Scored[], scores: readonly number[]): number {
  const questions = [...new Set(rows.map(({ questionId }) => questionId))];
  const values = questions
    .map((id) =>
      rows.flatMap((row, index) => (row.questionId === id ? [[row.score, scores[index] ?? 0] as const] : [])),
    )
    .filter((pairs) => pairs.length >= 5)
    .map(pearson)
    .filter((value) => !Number.isNaN(value));
  return mean(values);
}
