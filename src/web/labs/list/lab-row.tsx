import { Link } from '@tanstack/react-router';
import { labLanguageNames } from '#core/content/lab-language.ts';
import type { LabItem } from '#web/ui/api/lab-types.ts';
import { RowSize, RowStatus } from '#web/ui/row-parts.tsx';
import rows from '#web/ui/rows.module.css';
import session from '#web/ui/session-row.module.css';
import { kindLabels, labStatusLabels, points } from '../lab-labels.ts';
import styles from './labs.module.css';

const fills = { new: 'none', started: 'half', passed: 'full', 'given-up': 'none' } as const;

/** One lab: what it is about, never what is wrong with it. */
export function LabRow({ lab }: { readonly lab: LabItem }) {
  return (
    <li
      className={`${rows.row ?? ''} ${styles.row ?? ''}`}
      data-unavailable={!lab.availability.ready || undefined}
    >
      <div className={`${rows.standing ?? ''} ${session.standing ?? ''} ${styles.standing ?? ''}`}>
        <RowStatus className={session.status} status={lab.status} fill={fills[lab.status]}>
          {labStatusLabels[lab.status]}
        </RowStatus>
        {lab.bestScore === null ? null : <span className="number">{points(lab.bestScore)} / 100</span>}
      </div>
      <div>
        <Link to="/labs/$slug" params={{ slug: lab.slug }} className={rows.title}>
          {lab.title}
        </Link>
        <p className={styles.summary}>{lab.summary}</p>
      </div>
      <span className={`${rows.kind ?? ''} ${styles.kind ?? ''}`}>
        {labLanguageNames[lab.language]}, {lab.framework}
        <br />
        {kindLabels[lab.kind]}
      </span>
      <RowSize className={session.size} minutes={lab.minutes} difficulty={lab.difficulty} />
    </li>
  );
}
