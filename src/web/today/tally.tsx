import { Link } from '@tanstack/react-router';
import type { Today } from '#web/ui/api/types.ts';
import styles from './today.module.css';

const entries = [
  { status: 'due', label: 'due' },
  { status: 'weak', label: 'weak' },
  { status: 'strong', label: 'strong' },
] as const;

export function Tally({ counts }: { readonly counts: Today['counts'] }) {
  return (
    <dl className={styles.tally}>
      <div>
        <dt>answers graded</dt>
        <dd>{counts.graded}</dd>
      </div>
      {entries.map(({ status, label }) => (
        <div key={status}>
          <dt>
            <Link to="/bank" search={{ status: [status] }}>
              {label}
            </Link>
          </dt>
          <dd>{counts[status]}</dd>
        </div>
      ))}
      <div>
        <dt>
          <Link to="/bank">questions in all</Link>
        </dt>
        <dd>{counts.questions}</dd>
      </div>
    </dl>
  );
}
