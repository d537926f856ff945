import { lexicalProbability } from './combine.ts';
import type { PointGrade, Quote, Verdict } from './grade.ts';
import type { AnswerText, Window } from './match/answer.ts';
import type { CompiledPoint } from './match/compile-rubric.ts';
import { type LexicalFeatures, noFeatures } from './match/features.ts';
import { type Measured, measurePoint, type Setting, withTrigrams } from './match/measure.ts';
import { sentenceLikeness } from './match/sentence-likeness.ts';

/** From which probability a point counts as made, and from which the reader abstains. */
export const yesFrom = 0.55;
export const unsureFrom = 0.38;

export const verdictOf = (probability: number): Verdict => {
  if (probability >= yesFrom) return 'yes';
  return probability >= unsureFrom ? 'unsure' : 'no';
};

export type PointReading = {
  readonly point: CompiledPoint;
  readonly probability: number;
  readonly features: LexicalFeatures;
  readonly window?: Window;
  readonly quotes: readonly Quote[];
  /** 0..1: how much the words around read like sentences. */
  readonly fluent: number;
};

/** Reads one point in an answer: its strongest window, the probability and the quotes. */
export function readPoint(
  answer: AnswerText,
  point: CompiledPoint,
  setting: Setting,
): PointReading {
  let best: { measured: Measured; probability: number; fluent: number } | undefined;
  for (const measured of measurePoint(answer, point, setting)) {
    const plain = lexicalProbability(measured.features);
    if (best && plain <= best.probability) continue;
    const fluent = sentenceLikeness(answer.tokens, answer.fluency, measured.window, point.collective);
    const probability = plain * fluent;
    if (!best || probability > best.probability) best = { measured, probability, fluent };
  }
  if (!best) return { point, probability: 0, features: noFeatures, quotes: [], fluent: 1 };
  const { features, window, hits } = withTrigrams(answer, point, best.measured);
  return {
    point,
    probability: best.probability,
    features,
    window,
    quotes: quotesOf(answer, window, hits),
    fluent: best.fluent,
  };
}

const farApart = 4;

/** The clauses that hold the words, as slices of the answer. */
function quotesOf(
  answer: AnswerText,
  window: Window,
  hits: readonly { from: number; to: number }[],
): Quote[] {
  const wide = window.lastClause - window.firstClause >= farApart;
  if (!wide || hits.length === 0) return [quote(answer, window.from, window.to)];
  const clauses = [...new Set(hits.map(({ from }) => answer.clauseOf[from] ?? 0))].slice(0, 8);
  return clauses.flatMap((index) => {
    const clause = answer.clauses[index];
    return clause ? [quote(answer, clause.from, clause.to)] : [];
  });
}

function quote({ source, tokens }: AnswerText, from: number, to: number): Quote {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { text: source.slice(start, end), start, end };
}

/** The verdict in the shape that is stored and shown. */
export function gradeOf(reading: PointReading, because: string): PointGrade {
  const { id, tier } = reading.point.point;
  const met = verdictOf(reading.probability);
  return {
    id,
    tier,
    met,
    probability: round(reading.probability),
    quotes: met === 'no' ? [] : reading.quotes,
    because,
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
