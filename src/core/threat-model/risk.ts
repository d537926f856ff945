import type { Threat } from './document.ts';

/** From 1, the lowest, to 5. */
export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

export const dreadParts = [
  'damage',
  'reproducibility',
  'exploitability',
  'affectedUsers',
  'discoverability',
] as const;
export type DreadPart = (typeof dreadParts)[number];

/** Each from 1 to 10. */
export type Dread = Readonly<Record<DreadPart, number>>;

/**
 * DREAD (LeBlanc and Howard) on the two axes of the model: impact from damage and affected users, likelihood from
 * reproducibility, exploitability and discoverability; of each group the mean, two of its steps to a level.
 */
export function levelsOfDread(dread: Dread): { readonly likelihood: Level; readonly impact: Level } {
  const { damage, reproducibility, exploitability, affectedUsers, discoverability } = dread;
  return {
    likelihood: levelOfMean([reproducibility, exploitability, discoverability]),
    impact: levelOfMean([damage, affectedUsers]),
  };
}

function levelOfMean(values: readonly number[]): Level {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return levels[Math.min(levels.length, Math.max(1, Math.ceil(mean / 2))) - 1] ?? 1;
}

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** The field of the matrix by the product of likelihood and impact: from 5 medium, from 10 high, from 20 critical. */
export function severityOf(likelihood: number, impact: number): Severity {
  const product = likelihood * impact;
  if (product >= 20) return 'critical';
  if (product >= 10) return 'high';
  return product >= 5 ? 'medium' : 'low';
}

/** A threat with its place in the order of priority, counted from 1. */
export type NumberedThreat = { readonly number: number; readonly threat: Threat };

type RiskMatrix = {
  /** The threats of a field, the most urgent first. */
  at(likelihood: Level, impact: Level): readonly NumberedThreat[];
  /** Threats without a likelihood or without an impact. */
  readonly unrated: readonly NumberedThreat[];
};

/** Puts threats into the fields of likelihood and impact. */
export function riskMatrix(threats: readonly Threat[]): RiskMatrix {
  const fields = new Map<string, NumberedThreat[]>();
  const unrated: NumberedThreat[] = [];
  for (const [index, threat] of threats.entries()) {
    const numbered = { number: index + 1, threat };
    const { likelihood, impact } = threat;
    if (likelihood === null || impact === null) unrated.push(numbered);
    else fields.set(`${likelihood} ${impact}`, [...(fields.get(`${likelihood} ${impact}`) ?? []), numbered]);
  }
  return { at: (likelihood, impact) => fields.get(`${likelihood} ${impact}`) ?? [], unrated };
}
