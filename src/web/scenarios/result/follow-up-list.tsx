import type { FollowUp } from '#web/ui/api/scenario-types.ts';
import { points } from '../scenario-labels.ts';
import styles from './result.module.css';

/** What the interviewer asked after the hand-in, what was replied, and what was looked for. */
export function FollowUpList({ followUps }: { readonly followUps: readonly FollowUp[] }) {
  return (
    <ol className={styles.threats}>
      {followUps.map((followUp) => (
        <li key={followUp.prompt}>
          <p>
            <strong>{followUp.prompt}</strong>
          </p>
          <p className={styles.verdict} data-state={stateOf(followUp)}>
            {wordOf(followUp)}
          </p>
          {followUp.answered ? <blockquote>{followUp.answer}</blockquote> : null}
          {followUp.expected === null ? null : (
            <p>
              <span className="muted">What it was after:</span> {followUp.expected}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

const saidFrom = 0.5;

function stateOf({ answered, score }: FollowUp): 'met' | 'free' | 'wrong' {
  if (!answered || score === null) return 'free';
  return score >= saidFrom ? 'met' : 'wrong';
}

function wordOf({ answered, score }: FollowUp): string {
  if (!answered) return 'Not answered';
  if (score === null) return 'Yours to judge: it hangs on what nobody has said';
  return `${points(score)} % of what was looked for`;
}
