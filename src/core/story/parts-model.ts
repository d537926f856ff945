import { z } from 'zod';
import { type PartName, partNames } from './part.ts';

const weights = z.array(z.number().int()).length(partNames.length);

/** `models/story/parts.json`: weights in hundredths, one for each of `partNames` in their order. */
export const partsModel = z.strictObject({
  parts: z.tuple([
    z.literal('situation'),
    z.literal('task'),
    z.literal('action'),
    z.literal('result'),
    z.literal('lesson'),
    z.literal('other'),
  ]),
  start: weights,
  end: weights,
  /** From a part (row) to the next one (column). */
  order: z.array(weights).length(partNames.length),
  features: z.record(z.string(), weights),
});
export type PartsModel = z.infer<typeof partsModel>;

/**
 * The likeliest sequence of parts for the features of a story's sentences: a linear-chain conditional random
 * field, decoded by Viterbi's algorithm. Of two equal sequences the one with the earlier part wins.
 */
export function likeliestParts(features: readonly (readonly string[])[], model: PartsModel): PartName[] {
  const scores = features.map((names) => emissions(names, model));
  const back: number[][] = [];
  let best = scores[0]?.map((score, part) => score + (model.start[part] ?? 0)) ?? [];
  for (const emission of scores.slice(1)) {
    const from = emission.map((_, to) => argmax(best.map((score, part) => score + step(model, part, to))));
    back.push(from);
    const before = best;
    best = emission.map((score, to) => {
      const part = from[to] ?? 0;
      return score + (before[part] ?? 0) + step(model, part, to);
    });
  }
  return trace(back, argmax(best.map((score, part) => score + (model.end[part] ?? 0)))).slice(
    0,
    features.length,
  );
}

const step = (model: PartsModel, from: number, to: number): number => model.order[from]?.[to] ?? 0;

function emissions(names: readonly string[], model: PartsModel): number[] {
  const sums = partNames.map(() => 0);
  for (const name of names) {
    const own = Object.hasOwn(model.features, name) ? model.features[name] : undefined;
    for (const [part, weight] of own?.entries() ?? []) sums[part] = (sums[part] ?? 0) + weight;
  }
  return sums;
}

function argmax(values: readonly number[]): number {
  let best = 0;
  for (const [index, value] of values.entries()) if (value > (values[best] ?? -Infinity)) best = index;
  return best;
}

function trace(back: readonly (readonly number[])[], last: number): PartName[] {
  const path = [last];
  for (const from of back.toReversed()) path.unshift(from[path[0] ?? 0] ?? 0);
  return path.map((part) => partNames[part] ?? 'other');
}
