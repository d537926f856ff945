import { type RedFlagId, redFlagIds } from '#core/content/vocabulary.ts';
import { type FlagsModel, flagFeatures, lengthScale } from '#core/story/flags-model.ts';
import { wordsOf } from '#core/story/words.ts';

/** A text and, for each flag, whether it shows it; `weight` is how much it counts. */
export type FlagText = {
  readonly text: string;
  readonly flag: RedFlagId | undefined;
  readonly weight: number;
};

const epochs = 25;
const rate = 0.3;
const decay = 0.0005;
const rarest = 2;
const stride = 7919;
const size = redFlagIds.length;

type Row = {
  /** Rows of weights, 0 for the bias aside. */
  readonly own: readonly number[];
  readonly scale: number;
  /** Index of the flag shown; -1 for none. */
  readonly flag: number;
  readonly weight: number;
};

/** Fits one logistic a flag by AdaGrad with weight decay. The same texts give the same model. */
export function fitFlags(texts: readonly FlagText[], threshold: number): FlagsModel {
  const named = texts.map(({ text }) => flagFeatures({ words: wordsOf(text) }));
  const known = frequent(named);
  const index = new Map(known.map((name, at) => [name, at + 1]));
  const rows = texts.map(({ flag, weight }, at): Row => {
    const names = named[at] ?? [];
    return {
      own: names.flatMap((name) => index.get(name) ?? []),
      scale: lengthScale(names.length),
      flag: flag === undefined ? -1 : redFlagIds.indexOf(flag),
      weight,
    };
  });
  const weights = descended(rows, known.length + 1);
  const hundredths = (at: number): number[] =>
    Array.from(weights.subarray(at * size, (at + 1) * size), (weight) => Math.round(100 * weight));
  const features = known
    .map((name, at) => [name, hundredths(at + 1)] as const)
    .filter(([, row]) => row.some((weight) => Math.abs(weight) >= 5));
  return { flags: [...redFlagIds], bias: hundredths(0), threshold, features: Object.fromEntries(features) };
}

function frequent(named: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const name of named.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= rarest ? [name] : [])).sort();
}

/** The weights of all rows of features, the bias first. */
function descended(rows: readonly Row[], features: number): Float64Array {
  const weights = new Float64Array(features * size);
  const squares = new Float64Array(weights.length).fill(1e-8);
  const step = (at: number, gradient: number): void => {
    const regular = gradient + decay * (weights[at] ?? 0);
    squares[at] = (squares[at] ?? 0) + regular * regular;
    weights[at] = (weights[at] ?? 0) - (rate * regular) / Math.sqrt(squares[at] ?? 1);
  };
  const learn = ({ own, scale, flag: shown, weight }: Row): void => {
    for (const flag of redFlagIds.keys()) {
      const sum = own.reduce((total, at) => total + (weights[at * size + flag] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-((weights[flag] ?? 0) + sum / scale)));
      const error = weight * (chance - (shown === flag ? 1 : 0));
      step(flag, error);
      for (const at of own) step(at * size + flag, error / scale);
    }
  };
  // A stride that shares no factor with the number of texts visits each once, always in the same mixed order.
  for (let turn = 0; turn < epochs * rows.length; turn += 1) {
    const row = rows[(turn * stride) % rows.length];
    if (row) learn(row);
  }
  return weights;
}
