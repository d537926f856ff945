/** What an answer should say: the claim first, then other ways to say it. */
export type PointQuery = { readonly id: string; readonly statements: readonly string[] };

/** A stretch of the answer, in UTF-16 code units. */
export type AnswerWindow = { readonly start: number; readonly end: number; readonly text: string };

export type Reading = {
  readonly id: string;
  /** 0..1 that some window makes the point. */
  readonly probability: number;
  /** Indices of the windows that carry it, strongest first. */
  readonly evidence: readonly number[];
  /** Anything else worth combining, by name. */
  readonly features: Readonly<Record<string, number>>;
};

/**
 * Reads points in windows of an answer: one reading a query, in order. A reader knows neither tiers nor
 * thresholds; combination, calibration and explanation are done by its caller.
 */
export type PointReader = {
  readonly name: string;
  read(queries: readonly PointQuery[], windows: readonly AnswerWindow[]): Promise<readonly Reading[]>;
};
