import calculator from 'ae-cvss-calculator';
import { cvssBaseMetrics, cvssOtherMetrics } from './cvss-metrics.ts';

/** The qualitative ratings of CVSS 4.0, from least to most severe. */
export const severities = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export type CvssReading =
  | { readonly ok: true /** 0.0..10.0 */; readonly score: number; readonly severity: Severity }
  /** `message` says what is wrong with the vector, in one sentence. */
  | { readonly ok: false; readonly message: string };

const prefix = 'CVSS:4.0/';
const allowed: ReadonlyMap<string, readonly string[]> = new Map([
  ...cvssBaseMetrics.map(({ id, values }) => [id, values.map((value) => value.id)] as const),
  ...Object.entries(cvssOtherMetrics),
]);

/** The score and rating of a CVSS 4.0 vector, by the MacroVector method of the specification. */
export function readCvss(vector: string): CvssReading {
  const message = problemOf(vector);
  if (message !== undefined) return { ok: false, message };
  const score = new calculator.Cvss4P0(vector).calculateScores().overall ?? 0;
  return { ok: true, score, severity: severityOf(score) };
}

/** The rating of a score by table 22 of the specification. */
export function severityOf(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}

function problemOf(vector: string): string | undefined {
  if (!vector.startsWith(prefix)) return `A CVSS 4.0 vector begins with "${prefix}".`;
  const seen = new Set<string>();
  for (const part of vector.slice(prefix.length).split('/')) {
    const [metric = '', value = ''] = part.split(':');
    const values = allowed.get(metric);
    if (!values) return `CVSS 4.0 has no metric "${metric}".`;
    if (!values.includes(value) || part !== `${metric}:${value}`)
      return `The metric ${metric} cannot be "${part.slice(metric.length + 1)}"; it is one of ${values.join(', ')}.`;
    if (seen.has(metric)) return `The metric ${metric} stands there twice.`;
    seen.add(metric);
  }
  const missing = cvssBaseMetrics.find(({ id }) => !seen.has(id));
  return missing && `The metric ${missing.id} (${missing.name.toLowerCase()}) is missing.`;
}
