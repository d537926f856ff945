import { Link } from '@tanstack/react-router';
import type { Today } from '#web/ui/api/types.ts';
import { categoryLabels } from '#web/ui/labels.ts';
import { Minutes } from '#web/ui/minutes.tsx';
import styles from './today.module.css';

export function NextList({ next }: { readonly next: Today['next'] }) {
  if (next.length === 0) {
    return (
      <p className="muted">
        Nothing is due. <Link to="/bank">Pick a question from the bank</Link> or take the day off.
      </p>
    );
  }
  return (
    <ol className={styles.next}>
      {next.map(({ question, why }, index) => (
        <li key={question.slug}>
          <span className={styles.ordinal} aria-hidden="true">
            {index + 1}
          </span>
          <div>
            <Link to="/practice/$slug" params={{ slug: question.slug }} className={styles.title}>
              {question.title}
            </Link>
            <p className={styles.why}>{why}</p>
          </div>
          <span className={styles.meta}>
            <span>{question.own ? 'Own question' : categoryLabels[question.category]}</span>
            <Minutes value={question.minutes} />
          </span>
        </li>
      ))}
    </ol>
  );
}
