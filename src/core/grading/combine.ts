import { sigmoid } from './log-odds.ts';
import type { LexicalFeatures } from './match/features.ts';

/**
 * Weights of the logistic that turns features into a probability: fitted to the bank's examples and to held-out
 * paraphrases with a third of the slot phrases they use taken away, starting from weights set by hand.
 */
export const lexicalWeights: Readonly<Record<keyof LexicalFeatures, number>> & { readonly bias: number } = {
  bias: -8.7,
  slots: 1.6,
  filled: 2,
  recall: 2.5,
  second: 1.3,
  mass: 2.9,
  order: 1,
  focus: 2.1,
  mismatch: -1.5,
  hedged: -1.3,
  anti: -3.5,
  topic: 3.5,
  spread: -1.6,
};

/** Probability, 0..1, that the words of a window make the point. */
export function lexicalProbability(features: LexicalFeatures): number {
  let sum = lexicalWeights.bias;
  for (const name of Object.keys(features) as (keyof LexicalFeatures)[])
    sum += features[name] * lexicalWeights[name];
  return sigmoid(sum);
}

const strictest = 0.55;
const mildest = 0.32;

/**
 * Probability, 0..1, that a point without slots is made, from how much of its only wording was found: even at a
 * share that falls with the length of the wording, because nobody repeats a long sentence in full.
 */
export function recallProbability(recall: number, words: number): number {
  const even = Math.max(mildest, Math.min(strictest, strictest - 0.03 * (words - 8)));
  if (recall < even) return 0.5 * (recall / even) ** 1.5;
  return 0.5 + 0.5 * Math.min(1, (recall - even) / (0.85 - even));
}
