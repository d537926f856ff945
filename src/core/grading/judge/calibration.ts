import { sigmoid } from '../log-odds.ts';

/** Weights of a logistic over what two readers found; fitted on answers to questions that the judge had not seen. */
export type Logistic = {
  readonly bias: number;
  readonly judge: number;
  readonly lexical: number;
};

/** The log odds of two readers for one claim. */
export type Readings = { readonly judge: number; readonly lexical: number };

/** Turns what the readers found into probabilities; belongs to the weights of one judge. */
export type Calibration = {
  readonly points: Logistic;
  readonly misconceptions: Logistic;
  readonly flags: Logistic;
};

/** Probability, 0..1, that a claim was made. */
export const calibrated = ({ bias, judge, lexical }: Logistic, readings: Readings): number =>
  sigmoid(bias + judge * readings.judge + lexical * readings.lexical);
