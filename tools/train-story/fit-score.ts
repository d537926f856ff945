import { aspectNames } from '#core/story/story-grade.ts';
import { mean, spearman } from '../../bench/statistics.ts';

export type Rated = { readonly quality: number; readonly values: readonly number[] };

const [least, most] = [0.05, 0.15];
const steps = 4000;
const rate = 0.02;
const folds = 5;

/** Fits the weights of the aspects to quality and prints them, with Spearman's correlation on held-out stories. */
export function fitScore(stories: readonly Rated[]): void {
  const heldOut = Array.from({ length: folds }, (_, fold) => {
    const weights = weightsFor(stories.filter((_, index) => index % folds !== fold));
    return stories
      .filter((_, index) => index % folds === fold)
      .map(({ values, quality }) => [weighted(values, weights), quality] as const);
  }).flat();
  console.log(`quality: Spearman ${spearman(heldOut).toFixed(3)}`);
  const weights = weightsFor(stories);
  for (const [at, name] of aspectNames.entries())
    console.log(`  ${name.padEnd(10)} ${weights[at]?.toFixed(3)}`);
}

/** Least squares by projected gradient: each weight between bounds, scale and offset free. */
function weightsFor(stories: readonly Rated[]): number[] {
  let weights = aspectNames.map(() => 1 / aspectNames.length);
  const target = stories.map(({ quality }) => quality);
  for (let step = 0; step < steps; step += 1) {
    const scores = stories.map(({ values }) => weighted(values, weights));
    const { slope, offset } = line(scores, target);
    const errors = scores.map((score, at) => offset + slope * score - (target[at] ?? 0));
    weights = normalized(
      weights.map(
        (weight, at) =>
          weight -
          (rate / slope) * mean(errors.map((error, index) => error * (stories[index]?.values[at] ?? 0))),
      ),
    );
  }
  return weights;
}

const weighted = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

/** The line of least squares through pairs. */
function line(x: readonly number[], y: readonly number[]): { slope: number; offset: number } {
  const [meanX, meanY] = [mean(x), mean(y)];
  const slope =
    mean(x.map((value, at) => (value - meanX) * ((y[at] ?? 0) - meanY))) /
    mean(x.map((value) => (value - meanX) ** 2));
  return { slope, offset: meanY - slope * meanX };
}

/** Brings weights between the bounds and their sum to 1. */
function normalized(weights: readonly number[]): number[] {
  let shift = 0;
  const at = (): number[] => weights.map((weight) => Math.min(most, Math.max(least, weight + shift)));
  for (let step = 0; step < 50; step += 1)
    shift += (1 - at().reduce((sum, weight) => sum + weight, 0)) / weights.length;
  return at();
}
