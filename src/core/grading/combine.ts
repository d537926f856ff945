import type { LexicalFeatures } from './match/features.ts';

/** Weights of the logistic that turns features into a probability. */
export const lexicalWeights: Readonly<Record<keyof LexicalFeatures, number>> & { readonly bias: number } = {
  bias: -7,
  slots: 1.2,
  filled: 2.8,
  recall: 4,
  second: 2,
  mass: 1.6,
  order: 0.4,
  focus: 0.8,
  trigrams: 0,
  mismatch: -1.5,
  hedged: -1.5,
  anti: -3.5,
  topic: 2,
  spread: -1.2,
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Probability, 0..1, that the words of a window make the point. */
export function lexicalProbability(features: LexicalFeatures): number {
  let sum = lexicalWeights.bias;
  for (const name of Object.keys(features) as (keyof LexicalFeatures)[])
    sum += features[name] * lexicalWeights[name];
  return sigmoid(sum);
}
