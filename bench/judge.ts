// How right the graders are on labeled answers to questions that the judge was not trained on: words alone, judge
// alone, both. Needs the judges of the folds: node bench/judge.ts --folds FOLDER, with fold-N/judge.onnx,
// fold-N/questions.json and both calibrations (tools/train-judge/README.md). --card FILE writes the accuracy card.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '#core/content/question.ts';
import { bands } from '#core/content/vocabulary.ts';
import type { Grade } from '#core/grading/grade.ts';
import { createGrader, type Grader } from '#core/grading/grader.ts';
import type { ClaimInText, ClaimReader } from '#core/grading/judge/claim-reader.ts';
import { openJudge } from '#server/grading/open-judge.ts';
import { loadLibrary } from '#server/packs/load-library.ts';
import { type Label, type LabeledAnswer, labeledAnswers } from '../tools/train-judge/labeled-answers.ts';
import { readerAgreement } from '../tools/train-judge/reader-agreement.ts';
import { type Measured, printResults } from './results.ts';
import { calibrationError, f1, grouped, kappa, mean, quadraticKappa, spearman } from './statistics.ts';

type Graded = {
  readonly question: Question;
  readonly answer: LabeledAnswer;
  readonly label: Label;
  readonly grade: Grade;
};

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const folds = option('--folds');
const gamed = new Set(['keyword-list', 'echo', 'off-topic', 'stalling', 'shuffled']);
const strong = new Set(['strong', 'strong-plain', 'terse']);
const folder = join(import.meta.dirname, '../content/core');
const library = loadLibrary({ folders: [{ folder, removable: false }] });
const { lexicon, redFlags } = library;

async function gradeAll(grader: Grader, slugs: readonly string[]): Promise<Graded[]> {
  const rows: Graded[] = [];
  for (const slug of slugs) {
    const question = library.question(slug);
    if (!question) throw new Error(`There is no question ${slug}.`);
    for (const answer of labeledAnswers(slug)) {
      if (!answer.label) continue;
      const rated = { question, answer, label: answer.label };
      rows.push({ ...rated, grade: await grader.grade({ question, answer: answer.text }) });
      if (answer.kind === 'strong') {
        const text = shuffled(answer.text);
        const label: Label = { band: 'strong-no' };
        const mixed = { ...answer, kind: 'shuffled', text, label };
        rows.push({ question, answer: mixed, label, grade: await grader.grade({ question, answer: text }) });
      }
    }
  }
  return rows;
}

/** Reads each pair once: two graders that share a judge differ in calibration alone. */
function remembering(reader: ClaimReader): ClaimReader {
  const known = new Map<string, number>();
  const keyOf = ({ claim, text }: ClaimInText): string => `${claim}\n${text}`;
  return {
    read: async (pairs) => {
      const fresh = pairs.filter((pair) => !known.has(keyOf(pair)));
      const logits = await reader.read(fresh);
      for (const [index, pair] of fresh.entries()) known.set(keyOf(pair), logits[index] ?? 0);
      return pairs.map((pair) => known.get(keyOf(pair)) ?? 0);
    },
  };
}

/** The words of a text in an order that is the same each time. */
function shuffled(text: string): string {
  const words = text.split(/\s+/);
  let state = words.length;
  for (let at = words.length - 1; at > 0; at -= 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const other = state % (at + 1);
    [words[at], words[other]] = [words[other] ?? '', words[at] ?? ''];
  }
  return words.join(' ');
}

type Verdict = {
  readonly said: boolean;
  readonly truth: boolean;
  readonly probability: number;
  readonly sure: boolean;
};

const verdictsOf = (rows: readonly Graded[]): Verdict[] =>
  rows
    .filter(({ answer }) => answer.kind !== 'shuffled')
    .flatMap(({ grade, label }) =>
      grade.points
        .filter(({ id }) => !label.unsure?.includes(id))
        .map(({ id, met, probability }) => ({
          said: met === 'yes',
          sure: met !== 'unsure',
          truth: id in (label.points ?? {}),
          probability,
        })),
    );

const mistakesOf = (rows: readonly Graded[]) =>
  rows.flatMap(({ question, grade, label }) =>
    question.misconceptions.map(({ id }) => ({
      said: grade.misconceptions.some((shown) => shown.id === id),
      truth: id in (label.misconceptions ?? {}),
    })),
  );

function figures(rows: readonly Graded[]): Measured[] {
  const verdicts = verdictsOf(rows);
  const sure = verdicts.filter((verdict) => verdict.sure);
  const real = rows.filter(({ answer }) => answer.kind !== 'shuffled');
  const rank = ({ label, grade }: Graded) => [grade.score, bands.indexOf(label.band)] as const;
  const within = [...grouped(real, ({ answer }) => answer.question).values()]
    .map((own) => spearman(own.map(rank)))
    .filter((value) => !Number.isNaN(value));
  const tricks = rows.filter(({ answer }) => gamed.has(answer.kind));
  const best = rows.filter(({ answer }) => strong.has(answer.kind));
  const line = (what: string, value: number, target: number, atLeast = true): Measured => ({
    what,
    value,
    unit: '',
    target,
    atLeast,
  });
  return [
    line(`points F1 (${sure.length})`, f1(sure), 0.85),
    line('points kappa', kappa(sure), 0.7),
    line('share of points abstained', 1 - sure.length / verdicts.length, 0.1, false),
    line('expected calibration error', calibrationError(verdicts), 0.05, false),
    line(
      'bands QWK',
      quadraticKappa(
        real.map(({ grade, label }) => [bands.indexOf(grade.band), bands.indexOf(label.band)]),
        bands.length,
      ),
      0.8,
    ),
    line('score against band, Spearman, pooled', spearman(real.map(rank)), 0.85),
    line('score against band, Spearman, within a question', mean(within), 0.8),
    line('misconceptions F1', f1(mistakesOf(real)), 0.7),
    line(
      `tricks scored above 0.15 (${tricks.length})`,
      share(tricks, ({ grade }) => grade.score > 0.15),
      0.02,
      false,
    ),
    line(`strong answers with a false finding (${best.length})`, share(best, hasFalseFinding), 0.03, false),
  ];
}

const share = (rows: readonly Graded[], test: (row: Graded) => boolean): number =>
  rows.filter(test).length / rows.length;

const hasFalseFinding = ({ grade, label }: Graded): boolean =>
  grade.misconceptions.some(({ id }) => !(id in (label.misconceptions ?? {}))) ||
  grade.flags.some(({ id }) => !(id in (label.flags ?? {})));

function accuracyCard(graded: Readonly<Record<'lexical' | 'judge' | 'both', readonly Graded[]>>) {
  const { both } = graded;
  const of = (rows: readonly Graded[]) => {
    const sure = verdictsOf(rows).filter((verdict) => verdict.sure);
    return { points: sure.length, f1: round(f1(sure)), kappa: round(kappa(sure)) };
  };
  const real = both.filter(({ answer }) => answer.kind !== 'shuffled');
  const groups = (key: (row: Graded) => string) =>
    Object.fromEntries([...grouped(real, key)].map(([name, rows]) => [name, of(rows)]));
  const tiers = ['must', 'should', 'bonus'].map((tier) => {
    const rows = real.map((row) => ({
      ...row,
      grade: { ...row.grade, points: row.grade.points.filter((point) => point.tier === tier) },
    }));
    return [tier, of(rows)];
  });
  const { points, f1: alike, kappa: beyondChance } = readerAgreement(library);
  return {
    measured: new Date().toISOString().slice(0, 10),
    people: points === 0 ? null : { points, f1: round(alike), kappa: round(beyondChance) },
    questions: new Set(real.map(({ answer }) => answer.question)).size,
    answers: real.length,
    readers: Object.fromEntries(
      Object.entries(graded).map(([reader, rows]) => [
        reader,
        figures(rows).map(({ what, value, target, atLeast }) => ({
          what,
          value: round(value),
          target,
          atLeast,
        })),
      ]),
    ),
    formats: groups(({ question }) => question.format),
    tiers: Object.fromEntries(tiers),
    kinds: groups(({ answer }) => answer.kind),
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

if (folds === undefined || !existsSync(folds)) {
  console.log('\nThe judge is not measured: name the folder of the folds with --folds.');
} else {
  const graded = { lexical: [] as Graded[], judge: [] as Graded[], both: [] as Graded[] };
  for (const name of readdirSync(folds).filter((entry) => entry.startsWith('fold-'))) {
    const place = join(folds, name);
    const questions: string[] = JSON.parse(readFileSync(join(place, 'questions.json'), 'utf8'));
    const opened = await openJudge(place);
    const both = { ...opened, reader: remembering(opened.reader) };
    const alone = JSON.parse(readFileSync(join(place, 'calibration-judge-alone.json'), 'utf8'));
    graded.lexical.push(...(await gradeAll(createGrader({ lexicon, redFlags }), questions)));
    graded.judge.push(
      ...(await gradeAll(
        createGrader({ lexicon, redFlags, judge: { ...both, calibration: alone } }),
        questions,
      )),
    );
    graded.both.push(...(await gradeAll(createGrader({ lexicon, redFlags, judge: both }), questions)));
  }
  const results = Object.entries(graded).flatMap(([reader, rows]) =>
    figures(rows).map((figure) => ({ ...figure, what: `${reader}: ${figure.what}` })),
  );
  printResults('judge, on questions it has not seen', results);
  const card = option('--card');
  if (card !== undefined) writeFileSync(card, `${JSON.stringify(accuracyCard(graded), null, 2)}\n`);
}
