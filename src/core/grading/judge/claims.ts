import type { Sought } from '../findings.ts';

/** A claim that the judge reads for, and the words by which it is found worth reading somewhere. */
export type Claim = {
  readonly text: string;
  /** Weights of stems and concepts. */
  readonly vocabulary: ReadonlyMap<string, number>;
};

/** The claims of all that is sought: points, misconceptions, red flags. */
export const claimsOf = ({ rubric, flags }: Sought): Claim[] => [
  ...rubric.points.map(({ point, vocabulary }) => ({ text: point.claim, vocabulary })),
  ...[...rubric.misconceptions, ...flags].map(({ claim, vocabulary }) => ({ text: claim, vocabulary })),
];
