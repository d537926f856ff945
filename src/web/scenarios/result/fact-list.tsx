import type { RoundResult } from '#web/ui/api/scenario-types.ts';
import { tierLabels } from '#web/ui/labels.ts';
import styles from './result.module.css';

/** What the interviewer knew: what was asked for, and what the questions that were not asked would have told. */
export function FactList({ facts }: Pick<RoundResult, 'facts'>) {
  const sorted = [...facts.filter(({ asked }) => !asked), ...facts.filter(({ asked }) => asked)];
  return (
    <ul className={styles.facts}>
      {sorted.map(({ id, tier, ask, says, changes, asked }) => (
        <li key={id}>
          <p>
            <span className={styles.tier} data-tier={tier}>
              {tierLabels[tier]}
            </span>{' '}
            <strong>{ask}</strong>
          </p>
          <p className={styles.verdict} data-state={asked ? 'met' : 'wrong'}>
            {asked ? 'You asked' : 'Not asked'}
          </p>
          <p>“{says}”</p>
          <p className="muted">{changes}</p>
        </li>
      ))}
    </ul>
  );
}
