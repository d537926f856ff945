import type { Threat } from '#core/threat-model/document.ts';
import { severityOf } from '#core/threat-model/risk.ts';
import styles from './rating.module.css';
import { severityWords } from './threat-labels.ts';

/** How grave likelihood and impact are together, with both. */
export function RiskWord({ threat: { likelihood, impact } }: { readonly threat: Threat }) {
  if (likelihood === null || impact === null) return <span className="muted">not rated</span>;
  const severity = severityOf(likelihood, impact);
  return (
    <span className={styles.severity} data-severity={severity}>
      {severityWords[severity]}{' '}
      <span className="number" aria-hidden="true">
        {likelihood}×{impact}
      </span>
      <span className="visually-hidden">
        , likelihood {likelihood}, impact {impact}
      </span>
    </span>
  );
}
