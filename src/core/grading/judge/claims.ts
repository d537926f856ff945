import type { Sought } from '../findings.ts';

/** A claim that the judge reads for, and the words by which it is found worth reading somewhere. */
export type Claim = {
  readonly text: string;
  /** Weights of stems and concepts. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** In how many windows of a long answer it is read: those that share most of its words. */
  readonly windows: number;
};

const windowsOf = { point: 5, finding: 3 } as const;

/** The claims of all that is sought: points, misconceptions, red flags. */
export const claimsOf = ({ rubric, flags }: Sought): Claim[] => [
  ...rubric.points.map(({ point, vocabulary }) => ({
    text: point.claim,
    vocabulary,
    windows: windowsOf.point,
  })),
  ...[...rubric.misconceptions, ...flags].map(({ claim, vocabulary }) => ({
    text: claim,
    vocabulary,
    windows: windowsOf.finding,
  })),
];
