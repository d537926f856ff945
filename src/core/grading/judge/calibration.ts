import { logOdds, sigmoid } from '../log-odds.ts';

/** Weights of a logistic over what two readers found; fitted on answers to questions that the judge had not seen. */
export type Logistic = { readonly bias: number; readonly judge: number; readonly lexical: number };

/** Turns what the readers found into probabilities; belongs to the weights of one judge. */
export type Calibration = {
  readonly points: Logistic;
  /** Points that were cut from a model answer. */
  readonly references: Logistic;
  readonly misconceptions: Logistic;
  readonly flags: Logistic;
};

/** Probability, 0..1, from the judge's log odds and the lexical reader's probability. */
export const calibrated = (
  { bias, judge, lexical }: Logistic,
  logit: number,
  lexicalProbability: number,
): number => sigmoid(bias + judge * logit + lexical * logOdds(lexicalProbability));
