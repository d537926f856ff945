import { Link } from '@tanstack/react-router';
import type { ScenarioItem } from '#web/ui/api/scenario-types.ts';
import { RowSize, RowStatus } from '#web/ui/row-parts.tsx';
import rows from '#web/ui/rows.module.css';
import session from '#web/ui/session-row.module.css';
import { points, scenarioStatusLabels } from '../scenario-labels.ts';
import styles from './list.module.css';

const fills = { new: 'none', started: 'half', done: 'full' } as const;

/** One scenario: what it is about, never what is in it. */
export function ScenarioRow({ item }: { readonly item: ScenarioItem }) {
  const { slug, title, industry, status, bestScore, openRound } = item;
  return (
    <li className={`${rows.row ?? ''} ${styles.row ?? ''}`}>
      <div className={`${rows.standing ?? ''} ${session.standing ?? ''}`}>
        <RowStatus className={session.status} status={status} fill={fills[status]}>
          {scenarioStatusLabels[status]}
        </RowStatus>
        {bestScore === null ? null : (
          <span className="number">
            <span className="visually-hidden">best </span>
            {points(bestScore)} / 100
          </span>
        )}
      </div>
      <div>
        <Link to="/scenarios/$slug" params={{ slug }} className={rows.title}>
          {title}
        </Link>
        {openRound === null ? null : <p className={styles.resume}>Resume where you stopped</p>}
      </div>
      <span className={rows.kind}>{industry}</span>
      <RowSize className={session.size} minutes={item.minutes} difficulty={item.difficulty} />
    </li>
  );
}
