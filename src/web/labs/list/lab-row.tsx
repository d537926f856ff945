import { Link } from '@tanstack/react-router';
import { labLanguageNames } from '#core/content/lab-language.ts';
import type { LabItem } from '#web/ui/api/lab-types.ts';
import { Minutes } from '#web/ui/minutes.tsx';
import { kindLabels, labStatusLabels, points } from '../lab-labels.ts';
import styles from './labs.module.css';

/** One lab: what it is about, never what is wrong with it. */
export function LabRow({ lab }: { readonly lab: LabItem }) {
  return (
    <li className={styles.row} data-unavailable={!lab.availability.ready || undefined}>
      <div className={styles.standing}>
        <span className={styles.status} data-status={lab.status}>
          {labStatusLabels[lab.status]}
        </span>
        {lab.bestScore === null ? null : <span className="number">{points(lab.bestScore)} / 100</span>}
      </div>
      <div>
        <Link to="/labs/$slug" params={{ slug: lab.slug }} className={styles.title}>
          {lab.title}
        </Link>
        <p className={styles.summary}>{lab.summary}</p>
      </div>
      <span className={styles.kind}>
        {labLanguageNames[lab.language]}, {lab.framework}
        <br />
        {kindLabels[lab.kind]}
      </span>
      <span className={styles.size}>
        <Minutes value={lab.minutes} />
        <span title={`Difficulty ${lab.difficulty} of 5`}>
          <span aria-hidden="true">{'●'.repeat(lab.difficulty) + '○'.repeat(5 - lab.difficulty)}</span>
          <span className="visually-hidden">difficulty {lab.difficulty} of 5</span>
        </span>
      </span>
    </li>
  );
}
