import type { LabFinding } from '#core/content/lab.ts';
import { readCvss, type Severity, severities } from './cvss.ts';
import { sharePillar, stepsBetween } from './cwe/tree.ts';

/** By steps in the CWE tree. */
const creditBySteps = [1, 0.6, 0.35, 0.15];
const pillarCredit = 0.1;
/** Of an accepted weakness against the best one. */
const acceptedShare = 0.9;

/**
 * How well a reported weakness fits, 0..1: 1 for the best, 0.9 for an accepted one, then falling with the distance in
 * the CWE tree from any of them, and 0.1 where they share no more than a pillar.
 */
export function cweCredit(reported: number | undefined, { best, accepted }: LabFinding['cwe']): number {
  if (reported === undefined) return 0;
  const ofAccepted = accepted.map((id) => acceptedShare * closeness(reported, id));
  return Math.max(closeness(reported, best), ...ofAccepted);
}

function closeness(a: number, b: number): number {
  if (a === b) return 1;
  const steps = stepsBetween(a, b);
  const near = steps === undefined ? undefined : creditBySteps[steps];
  return near ?? (sharePillar(a, b) ? pillarCredit : 0);
}

/** 1 for the same CVSS rating, 1/2 for the next one, 0 further away or when none is stated. */
export function severityCredit(reported: Severity | undefined, truth: Severity): number {
  if (reported === undefined) return 0;
  const apart = Math.abs(severities.indexOf(reported) - severities.indexOf(truth));
  return Math.max(0, 1 - apart / 2);
}

/** The rating of a true finding. Throws when its vector is invalid, which the linter reports before. */
export function trueSeverity({ id, cvss }: LabFinding): Severity {
  const read = readCvss(cvss);
  if (!read.ok) throw new Error(`${id}: ${read.message}`);
  return read.severity;
}
