import type { ReadText } from '../text/read-text.ts';
import { commonness } from './background.ts';

/** The weight of a unit in this rubric, 0..1: high for what only one point speaks of. */
export type Weigh = (key: string) => number;

const promptShare = 0.25;

/**
 * Inverse document frequency with the points of the rubric as documents, times how rare the word is in general;
 * words of the question count a quarter.
 */
export function weigher(prompt: ReadText, points: readonly (readonly ReadText[])[]): Weigh {
  const asked = new Set(prompt.units.flatMap(({ key, parts }) => [key, ...parts]));
  const inPoints = new Map<string, number>();
  for (const texts of points) {
    for (const key of new Set(texts.flatMap(({ units }) => units.map((unit) => unit.key)))) {
      inPoints.set(key, (inPoints.get(key) ?? 0) + 1);
    }
  }
  const count = points.length;
  const known = new Map<string, number>();
  const compute = (key: string): number => {
    const spread = Math.log((count + 1) / (inPoints.get(key) ?? 1)) / Math.log(count + 1);
    const rarity = key.startsWith('@') ? 1 : 1 - 0.8 * commonness(key);
    return Math.max(0.05, 0.3 + 0.7 * spread) * rarity * (asked.has(key) ? promptShare : 1);
  };
  return (key) => {
    const weight = known.get(key) ?? compute(key);
    known.set(key, weight);
    return weight;
  };
}
