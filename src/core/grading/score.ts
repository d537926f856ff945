import type { Misconception, Point } from '#core/content/question.ts';
import { type Band, bands, type Tier } from '#core/content/vocabulary.ts';
import { type BandNeed, bandOf, type Standing, shortOf } from './band.ts';
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

/** Weights of the points of a tier, summed. */
export type TierScore = {
  readonly earned: number;
  readonly total: number;
  /** What full marks ask of this tier; what is earned beyond makes up for losses elsewhere. */
  readonly needed: number;
};

export type ScoreExplanation = Score & {
  readonly tiers: Readonly<Record<Tier, TierScore>>;
  /** 0..1: the most that is left while musts are missing; 1 when all are there. */
  readonly cap: number;
  /** 0..1: what misconceptions take off, after the cap. */
  readonly cost: number;
  /** The next better band and what it asks for beyond this answer; null in the best. */
  readonly next: { readonly band: Band; readonly needs: readonly BandNeed[] } | null;
};

/** The numbers that scoring goes by; weights in points, the rest as shares. */
export const scoreRules = {
  tierWeights: { must: 3, should: 2, bonus: 1 },
  /** Full marks need every must and this share of the shoulds; the rest and bonuses make up for losses. */
  shouldShare: 0.7,
  misconceptionCost: 0.15,
  /** A point that is met earns this share of its weight, and the rest by its probability. */
  metAtLeast: 0.8,
  /** An abstention. */
  unsure: 0.5,
} as const satisfies {
  readonly tierWeights: Readonly<Record<Tier, number>>;
  readonly [rule: string]: unknown;
};

/** The weight of a point: that of its tier (must 3, should 2, bonus 1) times its own. */
export const pointWeight = ({ tier, weight }: Pick<Point, 'tier' | 'weight'>): number =>
  scoreRules.tierWeights[tier] * weight;

/**
 * Scores verdicts. Musts and shoulds are needed, bonuses come on top; missing musts cap the score; each
 * misconception lowers it, and points that it contradicts earn nothing. The band follows musts, shoulds and
 * misconceptions.
 */
export function scoreVerdicts(question: Scored, verdicts: Verdicts): Score {
  const { score, band } = explainScore(question, verdicts);
  return { score, band };
}

/** The score of verdicts, as `scoreVerdicts` gives it, with all that it follows from. */
export function explainScore(question: Scored, verdicts: Verdicts): ScoreExplanation {
  const held = question.misconceptions.filter(({ id }) =>
    verdicts.misconceptions.some((shown) => shown.id === id),
  );
  const vetoed = new Set(held.flatMap(({ contradicts }) => contradicts));
  const tiers = tierScores(question.points, (point) =>
    vetoed.has(point.id) ? 0 : creditOf(verdicts.points.find(({ id }) => id === point.id)),
  );
  const cap = capOf(tiers.must);
  const cost = scoreRules.misconceptionCost * held.length;
  const score = Math.max(0, Math.min(1, shareOf(tiers), cap) - cost);
  const standing: Standing = {
    musts: coverage(tiers.must),
    shoulds: coverage(tiers.should),
    score,
    misconceptions: held.length,
    contradictedMusts: question.points.filter(({ id, tier }) => tier === 'must' && vetoed.has(id)).length,
  };
  const band = bandOf(standing);
  const better = bands[bands.indexOf(band) + 1];
  const next = better === undefined ? null : { band: better, needs: shortOf(better, standing) };
  return { score: round(score), band, tiers, cap, cost, next };
}

type Credit = (point: Point) => number;

function tierScores(points: readonly Point[], credit: Credit): Record<Tier, TierScore> {
  const sum = (tier: Tier, neededShare: number): TierScore => {
    const own = points.filter((point) => point.tier === tier);
    const total = own.reduce((all, point) => all + pointWeight(point), 0);
    const earned = own.reduce((all, point) => all + pointWeight(point) * credit(point), 0);
    return { earned, total, needed: neededShare * total };
  };
  const tiers = {
    must: sum('must', 1),
    should: sum('should', scoreRules.shouldShare),
    bonus: sum('bonus', 0),
  };
  if (tiers.must.total + tiers.should.total > 0) return tiers;
  return { ...tiers, bonus: { ...tiers.bonus, needed: Math.max(1, tiers.bonus.total) } };
}

/** Earned of needed, over all tiers; above 1 when more was earned. */
function shareOf({ must, should, bonus }: Readonly<Record<Tier, TierScore>>): number {
  return (must.earned + should.earned + bonus.earned) / (must.needed + should.needed + bonus.needed);
}

const capOf = (must: TierScore): number =>
  must.total === 0 ? 1 : 0.1 + 0.9 * Math.min(1, coverage(must) + 0.06);

const coverage = ({ earned, total }: TierScore): number => (total === 0 ? 1 : earned / total);

function creditOf(verdict: Verdict | undefined): number {
  if (verdict === undefined || verdict.met === 'no') return 0;
  const { metAtLeast, unsure } = scoreRules;
  return verdict.met === 'unsure' ? unsure : metAtLeast + (1 - metAtLeast) * verdict.probability;
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
