import { Link } from '@tanstack/react-router';
import { countWords } from '#core/content/answer.ts';
import type { AttemptView } from '#web/ui/api/types.ts';
import { BandBadge } from '#web/ui/band-badge.tsx';
import { clock, moment } from '#web/ui/format-time.ts';
import styles from './compare.module.css';

export function CompareAnswers({
  before,
  after,
}: {
  readonly before: AttemptView;
  readonly after: AttemptView;
}) {
  return (
    <div className={styles.answers}>
      {[before, after].map((attempt) => (
        <article key={attempt.id}>
          <header className={styles.head}>
            <Link to="/attempts/$id" params={{ id: attempt.id }}>
              {moment(attempt.submittedAt ?? attempt.startedAt, new Date())}
            </Link>
            {attempt.result ? (
              <span>
                <BandBadge band={attempt.result.bandAfterOverrules} />{' '}
                <span className="number">{Math.round(attempt.result.scoreAfterOverrules * 100)}</span>
              </span>
            ) : null}
            <span className="muted small">
              <span className="number">{countWords(attempt.answer)}</span> words,{' '}
              <span className="number">{clock(attempt.elapsedSeconds)}</span>
            </span>
          </header>
          <p className={styles.answer}>{attempt.answer}</p>
        </article>
      ))}
    </div>
  );
}
