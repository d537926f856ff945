import type { Judged } from './judge-finding.ts';
import type { ReviewGrade } from './review-grade.ts';

/** What a false alarm weighs against a finding at the right place: of somebody who explains a flaw, and of a guesser. */
const alarmWeight = { explained: 0.6, guessed: 3 };

/**
 * The reviewer score: the mean worth of the true findings, times how far the report can be trusted. Trust falls with
 * the weight of false alarms against places that were hit, gently at first and to almost nothing where they are the
 * most of it, which is what reviewers who report everything, anything or every keyword come to. A false alarm weighs
 * less once at least one flaw was found and explained, since guessing does not explain.
 */
export function reviewScore(
  found: readonly (Judged | undefined)[],
  falseAlarms: number,
): Pick<ReviewGrade, 'score' | 'precision' | 'recall'> {
  const hits = found.filter((one) => one !== undefined);
  const places = hits.reduce((sum, { place }) => sum + place, 0);
  const worth = hits.reduce((sum, { value }) => sum + value, 0);
  const explained = Math.max(0, ...hits.map(({ place, explanation }) => place * (explanation ?? 0)));
  const weight = alarmWeight.guessed - (alarmWeight.guessed - alarmWeight.explained) * explained;
  const trust = places === 0 ? 0 : smooth(places / (places + weight * falseAlarms));
  return {
    score: found.length === 0 ? 0 : Math.min(1, (trust * worth) / found.length),
    precision: hits.length === 0 ? 0 : hits.length / (hits.length + falseAlarms),
    recall: found.length === 0 ? 0 : hits.length / found.length,
  };
}

/** From 0 to 1 on 0..1, flat at both ends and steep between: Perlin's smoother step. */
const smooth = (x: number): number => x ** 3 * (x * (x * 6 - 15) + 10);
