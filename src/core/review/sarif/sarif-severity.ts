import { type Severity, severities, severityOf } from '../cvss.ts';
import type { SarifResult, SarifRule } from './sarif-log.ts';

const byLevel: Readonly<Record<string, Severity>> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'none',
};

/** The severity of a result: a stated one, a score (`security-severity`), or else the level. */
export function severityIn(result: SarifResult, rule: SarifRule | undefined): Severity {
  const stated = word(result.properties?.severity) ?? word(result.properties?.issue_severity);
  if (stated !== undefined) return stated;
  const score = Number(
    result.properties?.['security-severity'] ?? rule?.properties?.['security-severity'] ?? Number.NaN,
  );
  if (score >= 0 && score <= 10) return severityOf(score);
  return byLevel[result.level ?? rule?.defaultConfiguration?.level ?? 'warning'] ?? 'medium';
}

const word = (value: unknown): Severity | undefined =>
  severities.find((severity) => severity === String(value).toLowerCase());
