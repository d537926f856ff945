// How reviewers who know and reviewers who guess score on every lab of the core pack.
import { join } from 'node:path';
import type { Lab, LabFinding } from '#core/content/lab.ts';
import { createGrader } from '#core/grading/grader.ts';
import type { ReviewFinding } from '#core/review/finding.ts';
import { gradeReview } from '#core/review/grade-review.ts';
import type { ExplanationScore } from '#core/review/judge-finding.ts';
import { placesOf } from '#core/review/place.ts';
import {
  carefulGrep,
  everyFile,
  everyLine,
  keywordGrep,
  oracle,
  oracleWithoutWords,
  randomReview,
  sinkGrep,
} from '#core/review/reviewers-for-tests.ts';
import { explanationScorer } from '#server/labs/score-explanation.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { type Measured, percentile, printResults } from './results.ts';

type Reviewer = { readonly name: string; readonly review: (lab: Lab) => ReviewFinding[] };
type Row = { readonly lab: string; readonly scores: ReadonlyMap<string, number> };

const seeds = 100;
const counts = [1, 3, 10, 30];
/** At most this for whoever guesses. */
const guessing = 0.1;

const offByOne = (lab: Lab): ReviewFinding[] =>
  oracle(lab).map((finding) => {
    const line = besides(finding, lab);
    return { ...finding, startLine: line, endLine: line };
  });

/** The line before or after a finding, whichever is no true place itself. */
function besides({ file, startLine, endLine = startLine }: ReviewFinding, { findings }: Lab): number {
  const isTrue = (line: number): boolean =>
    findings
      .flatMap(placesOf)
      .some((place) => place.file === file && place.lines[0] <= line && line <= place.lines[1]);
  return [startLine - 1, endLine + 1].find((line) => line > 0 && !isTrue(line)) ?? startLine;
}

/** Use of hard-coded credentials where it is something else, and uncontrolled recursion where it is not. */
const wrongWeakness = (lab: Lab): ReviewFinding[] =>
  oracle(lab).map((finding) => ({ ...finding, cwe: finding.cwe === 798 ? 674 : 798 }));

const knowing: readonly Reviewer[] = [
  { name: 'oracle', review: oracle },
  { name: 'oracle without words', review: oracleWithoutWords },
];
const partly: readonly Reviewer[] = [
  { name: 'right lines, wrong CWE', review: wrongWeakness },
  { name: 'one line off', review: offByOne },
];
const unexplained = (lab: Lab): ReviewFinding[] =>
  sinkGrep(lab).map(({ explanation: _, ...finding }) => finding);
const guessers: readonly Reviewer[] = [
  { name: 'nothing', review: () => [] },
  { name: 'every line', review: everyLine },
  { name: 'every file', review: everyFile },
  { name: 'every keyword', review: keywordGrep },
  { name: 'keywords in code', review: carefulGrep },
  { name: 'dangerous calls', review: sinkGrep },
  { name: 'dangerous calls, no words', review: unexplained },
];
const random = 'random (mean)';
const luckiest = 'random (luckiest)';

const root = join(import.meta.dirname, '..');
const library = openLibrary({ folders: [{ folder: join(root, 'content/core'), removable: false }] });
const grader = createGrader({ lexicon: library.lexicon, redFlags: library.redFlags });
const labs = [...library.labs.keys()].flatMap((slug) => library.lab(slug) ?? []);

const rows: Row[] = [];
for (const lab of labs) rows.push({ lab: lab.slug, scores: await scoresOn(lab) });
printTable(rows);
printResults(`review of ${labs.length} labs`, [...worst(rows), ...(await speed())]);

async function scoresOn(lab: Lab): Promise<ReadonlyMap<string, number>> {
  const scoreExplanation = remembered(explanationScorer(grader, lab));
  const grade = async (findings: readonly ReviewFinding[]): Promise<number> =>
    (await gradeReview({ truth: lab, findings, scoreExplanation })).score;
  const scores = new Map<string, number>();
  for (const { name, review } of [...knowing, ...partly, ...guessers])
    scores.set(name, await grade(review(lab)));
  const drawn: number[] = [];
  for (const count of counts)
    for (let seed = 0; seed < seeds; seed += 1) drawn.push(await grade(randomReview(lab, seed, count)));
  scores.set(random, drawn.reduce((sum, score) => sum + score, 0) / drawn.length);
  scores.set(luckiest, Math.max(...drawn));
  return scores;
}

/** Random reviewers say the same thing thousands of times. */
function remembered(score: ExplanationScore): ExplanationScore {
  const known = new Map<LabFinding, Map<string, Promise<number>>>();
  return (text, finding) => {
    const own = known.get(finding) ?? new Map<string, Promise<number>>();
    known.set(finding, own);
    const scored = own.get(text) ?? score(text, finding);
    own.set(text, scored);
    return scored;
  };
}

function printTable(table: readonly Row[]): void {
  const names = [...(table[0]?.scores.keys() ?? [])];
  const width = Math.max(...table.map(({ lab }) => lab.length), 4);
  console.log(`\n${names.map((name, at) => `${String.fromCharCode(97 + at)} ${name}`).join('   ')}\n`);
  console.log(
    `${''.padEnd(width)}  ${names.map((_, at) => String.fromCharCode(97 + at).padStart(5)).join(' ')}`,
  );
  for (const { lab, scores } of table)
    console.log(`${lab.padEnd(width)}  ${names.map((name) => (scores.get(name) ?? 0).toFixed(3)).join(' ')}`);
}

function worst(table: readonly Row[]): Measured[] {
  const all = (name: string): number[] => table.map(({ scores }) => scores.get(name) ?? 0);
  const least = ({ name }: Reviewer): Measured => ({
    what: `${name}, least of all labs`,
    value: Math.min(...all(name)),
    unit: '',
    target: 1,
    atLeast: true,
  });
  const most = (name: string, target?: number): Measured => ({
    what: `${name}, most of all labs`,
    value: Math.max(...all(name)),
    unit: '',
    ...(target !== undefined && { target }),
  });
  return [
    ...knowing.map(least),
    ...partly.flatMap((reviewer) => [
      { ...least(reviewer), target: 0.3 },
      { ...most(reviewer.name), target: 0.9 },
    ]),
    ...guessers.map(({ name }) => most(name, guessing)),
    most(random, guessing),
    most(luckiest),
  ];
}

/** The time to grade every line of the largest app, the largest review there is. */
async function speed(): Promise<Measured[]> {
  const largest = labs.toSorted((a, b) => everyLine(b).length - everyLine(a).length)[0];
  if (!largest) return [];
  const findings = everyLine(largest);
  const samples: number[] = [];
  for (let run = 0; run < 30; run += 1) {
    const begun = performance.now();
    await gradeReview({ truth: largest, findings });
    samples.push(performance.now() - begun);
  }
  return [{ what: `grading ${findings.length} findings, p95`, value: percentile(samples, 95), unit: 'ms' }];
}
