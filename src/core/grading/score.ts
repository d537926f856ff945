import type { Misconception, Point } from '#core/content/question.ts';
import type { Band, Tier } from '#core/content/vocabulary.ts';
import type { PointGrade } from './grade.ts';

type Verdict = Pick<PointGrade, 'id' | 'met' | 'probability'>;

/** What scoring needs of a question. */
export type Scored = { readonly points: readonly Point[]; readonly misconceptions: readonly Misconception[] };
export type Verdicts = {
  readonly points: readonly Verdict[];
  readonly misconceptions: readonly { readonly id: string }[];
};
export type Score = {
  /** 0..1. */
  readonly score: number;
  readonly band: Band;
};

const tierWeights: Readonly<Record<Tier, number>> = { must: 3, should: 2, bonus: 1 };
/** Full marks need every must and this share of the shoulds; the rest and bonuses make up for losses. */
const shouldShare = 0.7;
const misconceptionCost = 0.15;

/** The weight of a point: that of its tier (must 3, should 2, bonus 1) times its own. */
export const pointWeight = ({ tier, weight }: Pick<Point, 'tier' | 'weight'>): number =>
  tierWeights[tier] * weight;

/**
 * Scores verdicts. Musts and shoulds are needed, bonuses come on top; missing musts cap the score; each
 * misconception lowers it, and points that it contradicts earn nothing. The band follows musts, shoulds and
 * misconceptions.
 */
export function scoreVerdicts(question: Scored, verdicts: Verdicts): Score {
  const held = question.misconceptions.filter(({ id }) =>
    verdicts.misconceptions.some((shown) => shown.id === id),
  );
  const vetoed = new Set(held.flatMap(({ contradicts }) => contradicts));
  const credit = (point: Point): number =>
    vetoed.has(point.id) ? 0 : creditOf(verdicts.points.find(({ id }) => id === point.id));
  const musts = coverage(question.points, 'must', credit);
  const shoulds = coverage(question.points, 'should', credit);
  const bonuses = coverage(question.points, 'bonus', credit);
  const needed = musts.total + shouldShare * shoulds.total;
  const earned = musts.earned + shoulds.earned + bonuses.earned;
  const share = needed === 0 ? earned / Math.max(1, bonuses.total) : earned / needed;
  const cap = musts.total === 0 ? 1 : 0.1 + 0.9 * Math.min(1, musts.share + 0.06);
  const falseMust = question.points.some(({ id, tier }) => tier === 'must' && vetoed.has(id));
  const score = Math.max(0, Math.min(1, share, cap) - misconceptionCost * held.length);
  return {
    score: round(score),
    band: bandOf({ musts: musts.share, shoulds: shoulds.share, score, held: held.length, falseMust }),
  };
}

type Coverage = { readonly earned: number; readonly total: number; readonly share: number };

function coverage(points: readonly Point[], tier: Tier, credit: (point: Point) => number): Coverage {
  let earned = 0;
  let total = 0;
  for (const point of points) {
    if (point.tier !== tier) continue;
    total += pointWeight(point);
    earned += pointWeight(point) * credit(point);
  }
  return { earned, total, share: total === 0 ? 1 : earned / total };
}

/** Verdicts count in full or not at all; an abstention counts half. */
function creditOf(verdict: Verdict | undefined): number {
  if (verdict === undefined) return 0;
  if (verdict.met === 'no') return 0;
  return verdict.met === 'unsure' ? 0.5 : 0.8 + 0.2 * verdict.probability;
}

type Standing = {
  readonly musts: number;
  readonly shoulds: number;
  readonly score: number;
  readonly held: number;
  readonly falseMust: boolean;
};

function bandOf({ musts, shoulds, score, held, falseMust }: Standing): Band {
  if (musts >= 0.85 && shoulds >= 0.5 && score >= 0.75 && held === 0) return 'strong-yes';
  if (musts >= 0.6 && score >= 0.55 && !falseMust && held <= 1) return 'yes';
  if (musts >= 0.3 && score >= 0.25 && held <= 2) return 'no';
  return 'strong-no';
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
