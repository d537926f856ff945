import { lexicalProbability, recallProbability } from './combine.ts';
import type { MisconceptionGrade, PointGrade, Quote, Verdict } from './grade.ts';
import type { AnswerText, Window } from './match/answer.ts';
import type { CompiledPoint } from './match/compile-rubric.ts';
import { type LexicalFeatures, noFeatures } from './match/features.ts';
import { mannerOf } from './match/manner.ts';
import { type Measured, measurePoint, type Setting } from './match/measure.ts';
import { sentenceLikeness } from './match/sentence-likeness.ts';
import { spanQuote } from './quote.ts';

/** From which probability a point counts as made, and from which the reader abstains. */
export const yesFrom = 0.55;
export const unsureFrom = 0.4;

export const verdictOf = (probability: number): Verdict => {
  if (probability >= yesFrom) return 'yes';
  return probability >= unsureFrom ? 'unsure' : 'no';
};

export type PointReading = {
  readonly point: CompiledPoint;
  /** 0..1. */
  readonly probability: number;
  readonly features: LexicalFeatures;
  readonly window?: Window;
  readonly quotes: readonly Quote[];
  /** 0..1: how much the words around read like sentences. */
  readonly fluent: number;
  /** Log odds of the judge, where it has read the point too. */
  readonly judged?: number;
};

type Candidate = { readonly measured: Measured; readonly probability: number; readonly fluent: number };

/** Reads one point in an answer: its strongest window, the probability and the quotes. */
export function readPoint(answer: AnswerText, point: CompiledPoint, setting: Setting): PointReading {
  const candidates = measurePoint(answer, point, setting).map((measured) => weighIn(answer, point, measured));
  const top = candidates.reduce((best, { probability }) => Math.max(best, probability), 0);
  const [best] = candidates.filter((candidate) => carries(candidate, top)).sort(byLength);
  if (!best) return { point, probability: 0, features: noFeatures, quotes: [], fluent: 1 };
  const { features, window } = best.measured;
  const quotes = quotesOf(answer, best.measured);
  return {
    point,
    probability: top,
    features,
    window,
    quotes: [...quotes, ...again(answer, candidates, best)],
    fluent: best.fluent,
  };
}

const mostAgain = 2;

/** Where else the answer makes the point, apart from the strongest place. */
function again(answer: AnswerText, candidates: readonly Candidate[], best: Candidate): Quote[] {
  const taken: Window[] = [best.measured.window];
  const others = candidates.filter(({ probability }) => verdictOf(probability) === 'yes').sort(byLength);
  for (const { measured } of others) {
    const { from, to } = measured.window;
    if (taken.length <= mostAgain && taken.every((window) => to <= window.from || from >= window.to))
      taken.push(measured.window);
  }
  return taken.slice(1).map((window) => spanQuote(answer, window));
}

function weighIn(answer: AnswerText, point: CompiledPoint, measured: Measured): Candidate {
  const plain = plainProbability(point, measured.features);
  if (plain < 0.05) return { measured, probability: plain, fluent: 1 };
  const fluent = sentenceLikeness(answer.tokens, answer.fluency, measured.window, mannerOf(point));
  return { measured, probability: plain * fluent, fluent };
}

/** The highest probability of topic words without anything said about them. */
const unproven = 0.5;

const bareWords = ({ recall, mass }: LexicalFeatures): boolean => recall < 0.12 && mass < 0.35;

function plainProbability({ groups, words }: CompiledPoint, features: LexicalFeatures): number {
  if (groups.length > 0)
    return bareWords(features)
      ? Math.min(unproven, lexicalProbability(features))
      : lexicalProbability(features);
  return recallProbability(features.recall, words);
}

/** The verdict would be the same on these words alone, and hardly less certain. */
const carries = ({ probability }: Candidate, top: number): boolean =>
  verdictOf(probability) === verdictOf(top) && probability >= 0.95 * top;

const byLength = (a: Candidate, b: Candidate): number => {
  const length = ({ measured: { window } }: Candidate): number => window.to - window.from;
  return length(a) - length(b) || b.probability - a.probability;
};

const farApart = 4;
const mostQuotes = 8;

/** The clauses that hold the words, as slices of the answer. */
function quotesOf(answer: AnswerText, { window, hits }: Measured): Quote[] {
  const wide = window.lastClause - window.firstClause >= farApart;
  if (!wide || hits.length === 0) return [spanQuote(answer, window)];
  const clauses = [...new Set(hits.map(({ from }) => answer.clauseOf[from] ?? 0))].slice(0, mostQuotes);
  return clauses.flatMap((index) => {
    const clause = answer.clauses[index];
    return clause ? [spanQuote(answer, clause)] : [];
  });
}

/** The verdict in the shape that is stored and shown. */
export function gradeOf(reading: PointReading, because: string): PointGrade {
  const { id, tier } = reading.point.point;
  const met = verdictOf(reading.probability);
  const quotes = met === 'no' ? [] : reading.quotes;
  return { id, tier, met, probability: round(reading.probability), quotes, because };
}

const vetoedAtMost = 0.1;

/** The verdict on a point that something else in the answer rules out. */
export function vetoed({ point: { point }, probability }: PointReading, by: MisconceptionGrade): PointGrade {
  const because = `The answer also says "${by.quotes[0]?.text ?? ''}", which rules this point out.`;
  return {
    id: point.id,
    tier: point.tier,
    met: 'no',
    probability: round(Math.min(probability, vetoedAtMost)),
    quotes: [],
    because,
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
