import type { AskedQuestion } from './api/types.ts';
import { categoryLabels, formatLabels, stageLabels } from './labels.ts';
import { Minutes } from './minutes.tsx';
import styles from './question-meta.module.css';

/** Where a question belongs, in one quiet line. */
export function QuestionMeta({ question }: { readonly question: AskedQuestion }) {
  const parts = question.own
    ? ['Own question']
    : [categoryLabels[question.category], stageLabels[question.stage], formatLabels[question.format]];
  return (
    <p className={styles.meta}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <Minutes value={question.minutes} />
    </p>
  );
}
