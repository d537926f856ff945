import { Link } from '@tanstack/react-router';
import type { AttemptSummary } from './api/types.ts';
import styles from './attempt-list.module.css';
import { BandBadge } from './band-badge.tsx';
import { clock, moment } from './format-time.ts';
import { plural } from './labels.ts';

/** A few attempts, one line each; a draft leads back to its question, the rest to their result. */
export function AttemptList({ attempts }: { readonly attempts: readonly AttemptSummary[] }) {
  const now = new Date();
  return (
    <ul className={styles.list}>
      {attempts.map((attempt) => (
        <li key={attempt.id}>
          {attempt.state === 'drafting' ? (
            <Link to="/practice/$slug" params={{ slug: attempt.question }}>
              {attempt.title}
            </Link>
          ) : (
            <Link to="/attempts/$id" params={{ id: attempt.id }}>
              {attempt.title}
            </Link>
          )}
          <span className={styles.outcome}>
            <Outcome attempt={attempt} />
          </span>
          <time className={styles.when} dateTime={attempt.submittedAt ?? attempt.startedAt}>
            {moment(attempt.submittedAt ?? attempt.startedAt, now)}
          </time>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ attempt }: { readonly attempt: AttemptSummary }) {
  if (attempt.state === 'graded') return <BandBadge band={attempt.band} />;
  if (attempt.state === 'submitted') return <>waiting for your own score</>;
  return (
    <>
      {plural(attempt.answerWords, 'word')}, <span className="number">{clock(attempt.elapsedSeconds)}</span>
    </>
  );
}
