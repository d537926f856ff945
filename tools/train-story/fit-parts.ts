import { partNames } from '#core/story/part.ts';
import type { PartsModel } from '#core/story/parts-model.ts';

export type Example = {
  readonly features: readonly (readonly string[])[];
  readonly parts: readonly number[];
};
export type Setting = {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly rarest: number;
};

export const setting: Setting = { epochs: 20, rate: 0.03, decay: 0.001, rarest: 2 };

const size = partNames.length;

/** Fits a linear-chain conditional random field by AdaGrad with weight decay. The same examples give the same model. */
export function fitParts(
  examples: readonly Example[],
  { epochs, rate, decay, rarest }: Setting = setting,
): PartsModel {
  const names = frequent(examples, rarest);
  const index = new Map(names.map((name, at) => [name, at]));
  // Layout: features, then start, end and order as rows of `size` weights.
  const rows = names.length + 2 + size;
  const weights = new Float64Array(rows * size);
  const squares = new Float64Array(rows * size).fill(1e-8);
  const known = examples.map(({ features, parts }) => ({
    parts,
    features: features.map((own) => own.flatMap((name) => index.get(name) ?? [])),
  }));
  const random = sequence(20260101);
  const update = (at: number, gradient: number): void => {
    const regular = gradient + decay * (weights[at] ?? 0);
    squares[at] = (squares[at] ?? 0) + regular * regular;
    weights[at] = (weights[at] ?? 0) - (rate * regular) / Math.sqrt(squares[at] ?? 1);
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const example of shuffled(known, random)) descend(example, { weights, base: names.length, update });
  }
  const row = (at: number): number[] =>
    Array.from(weights.subarray(at * size, (at + 1) * size), (weight) => Math.round(weight * 100));
  const features = names
    .map((name, at) => [name, row(at)] as const)
    .filter(([, own]) => own.some((weight) => Math.abs(weight) >= 2));
  return {
    parts: [...partNames],
    start: row(names.length),
    end: row(names.length + 1),
    order: partNames.map((_, part) => row(names.length + 2 + part)),
    features: Object.fromEntries(features),
  };
}

function frequent(examples: readonly Example[], rarest: number): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= rarest ? [name] : [])).sort();
}

type Indexed = { readonly features: readonly (readonly number[])[]; readonly parts: readonly number[] };
type Field = {
  readonly weights: Float64Array;
  /** Number of features; the rows for start, end and order follow them. */
  readonly base: number;
  readonly update: (at: number, gradient: number) => void;
};

/** One step along the gradient of the log-likelihood of one story. */
function descend({ features, parts }: Indexed, field: Field): void {
  const { base, update } = field;
  const { states, steps } = chances(features, field);
  const last = parts.length - 1;
  for (const [place, own] of features.entries()) {
    const row = states[place] ?? [];
    for (const feature of own) moveRow(feature, row, parts[place], update);
  }
  moveRow(base, states[0] ?? [], parts[0], update);
  moveRow(base + 1, states[last] ?? [], parts[last], update);
  for (const [place, table] of steps.entries())
    for (const [from, row] of table.entries())
      moveRow(base + 2 + from, row, parts[place] === from ? parts[place + 1] : undefined, update);
}

/** Moves the weights of one row from what is expected towards what is true. */
function moveRow(
  row: number,
  expected: readonly number[],
  truth: number | undefined,
  update: Field['update'],
): void {
  for (const [part, chance] of expected.entries())
    update(row * size + part, chance - (part === truth ? 1 : 0));
}

type Chances = {
  /** For each sentence the probability of each part. */
  readonly states: readonly (readonly number[])[];
  /** For each pair of neighbors the probability of each pair of parts. */
  readonly steps: readonly (readonly (readonly number[])[])[];
};

/** Probabilities under the present weights, by the forward-backward algorithm. */
function chances(features: Indexed['features'], { weights, base }: Field): Chances {
  const at = (row: number, part: number): number => weights[row * size + part] ?? 0;
  const order = (from: number, to: number): number => at(base + 2 + from, to);
  const scores = features.map((own) =>
    partNames.map((_, part) => own.reduce((sum, row) => sum + at(row, part), 0)),
  );
  const forward: number[][] = [];
  for (const score of scores) {
    const before = forward.at(-1);
    const arriving = (to: number): number =>
      before ? logSum(before.map((sum, from) => sum + order(from, to))) : at(base, to);
    forward.push(score.map((own, to) => own + arriving(to)));
  }
  const backward: number[][] = [];
  for (const score of scores.toReversed()) {
    const [after] = backward;
    const own = scores[scores.indexOf(score) + 1] ?? [];
    const leaving = (from: number): number =>
      after ? logSum(after.map((sum, to) => sum + order(from, to) + (own[to] ?? 0))) : at(base + 1, from);
    backward.unshift(partNames.map((_, from) => leaving(from)));
  }
  const last = forward.length - 1;
  const cell = (table: readonly (readonly number[])[], place: number, part: number): number =>
    table[place]?.[part] ?? 0;
  const total = logSum(partNames.map((_, part) => cell(forward, last, part) + cell(backward, last, part)));
  const states = scores.map((_, place) =>
    partNames.map((_, part) => Math.exp(cell(forward, place, part) + cell(backward, place, part) - total)),
  );
  const pair = (place: number, from: number, to: number): number =>
    cell(forward, place, from) +
    order(from, to) +
    cell(scores, place + 1, to) +
    cell(backward, place + 1, to);
  const steps = scores
    .slice(1)
    .map((_, place) =>
      partNames.map((_, from) => partNames.map((_, to) => Math.exp(pair(place, from, to) - total))),
    );
  return { states, steps };
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/** Numbers in 0..1 that look random and are the same each time (Park and Miller's generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
