/** What the steps of a lab came to; null for a step that was not graded yet. */
export type LabStepScores = {
  readonly review: number | null;
  readonly fix: number | null;
  readonly explanation: number | null;
};

const weights: { readonly [Step in keyof LabStepScores]: number } = {
  review: 0.4,
  fix: 0.4,
  explanation: 0.2,
};

/** The score of a fix that holds, 0..1: all of it less what the hints taken cost. */
export function fixScore(hintCosts: readonly number[], hintsTaken: number): number {
  const cost = hintCosts.slice(0, hintsTaken).reduce((sum, one) => sum + one, 0);
  return Math.max(0, 1 - cost);
}

/** The score of a whole lab, 0..1, as a weighted mean over the steps that were graded; null when none was. */
export function labScore(scores: LabStepScores): number | null {
  let sum = 0;
  let weight = 0;
  for (const step of ['review', 'fix', 'explanation'] as const) {
    const score = scores[step];
    if (score === null) continue;
    sum += weights[step] * score;
    weight += weights[step];
  }
  return weight === 0 ? null : sum / weight;
}
