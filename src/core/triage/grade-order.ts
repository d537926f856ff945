import type { ExpertOrdering, TriageSet } from '../content/triage.ts';
import type { TriageAnswer } from './answer.ts';
import { areSwapped, originalOf } from './choices.ts';

/** The expert's order, as far as it matters. */
export const orderOf = ({ take, rest }: ExpertOrdering): readonly string[] => [
  ...take.map(({ id }) => id),
  ...rest,
];

/** Place of each real finding in an answer, from 0: the first of it and its duplicates; rejected ones have none. */
export function placesIn(set: TriageSet, { order, rejected }: TriageAnswer): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, id] of order.entries()) {
    const original = originalOf(set, id);
    if (!rejected.includes(id) && !places.has(original)) places.set(original, place);
  }
  return places;
}

/**
 * How well the order agrees with an expert's, 0..1: Kendall's tau over the pairs that the expert orders and fair experts
 * do not swap; what is worse than chance counts 0.
 */
export function gradeOrder(
  set: TriageSet,
  expert: ExpertOrdering,
  answer: TriageAnswer,
): { readonly score: number; readonly agreed: number; readonly pairs: number } {
  const places = placesIn(set, answer);
  const placeOf = (id: string): number => places.get(id) ?? Number.POSITIVE_INFINITY;
  const order = orderOf(expert);
  const pairs = order.flatMap((first, index) =>
    order
      .slice(index + 1)
      .filter((second) => !areSwapped(set, first, second))
      .map((second) => Math.sign(difference(placeOf(second), placeOf(first)))),
  );
  const sum = pairs.reduce((total, sign) => total + sign, 0);
  const score = pairs.length === 0 ? 0 : Math.max(0, sum / pairs.length);
  return { score, agreed: pairs.filter((sign) => sign > 0).length, pairs: pairs.length };
}

/** Two without a place are level. */
const difference = (a: number, b: number): number => (a === b ? 0 : a - b);
