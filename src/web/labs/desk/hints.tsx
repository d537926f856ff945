import { useMutation } from '@tanstack/react-query';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { Problem } from '#web/ui/states.tsx';
import { points } from '../lab-labels.ts';
import type { AtDesk } from './at-desk.ts';
import styles from './desk.module.css';

/** Hints in order, each with what it takes off the score of the fix. */
export function Hints({ desk }: { readonly desk: AtDesk }) {
  const { lab, session, closed } = desk;
  const take = useMutation({ mutationFn: () => labCalls.takeHint(session.id), onSuccess: desk.show });
  const taken = session.hints.length;
  const cost = lab.hintCosts[taken];
  const fixed = session.passedAt !== null || session.gaveUpAt !== null;
  const spent = lab.hintCosts.slice(0, taken).reduce((sum, one) => sum + one, 0);
  return (
    <details className={styles.fold}>
      <summary>
        Hints <span className="muted">{`${taken} of ${lab.hintCosts.length} taken`}</span>
        {spent > 0 ? <span className="muted">, {points(spent)} points</span> : null}
      </summary>
      <ol className={styles.hints}>
        {session.hints.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
      {cost === undefined || closed ? null : (
        <p className={styles.take}>
          <button type="button" className="button" disabled={take.isPending} onClick={() => take.mutate()}>
            {taken === 0 ? 'Take the first hint' : 'Take the next hint'}
          </button>
          <span className="muted">
            {fixed ? 'Costs nothing any more.' : `Costs ${points(cost)} of the 100 points of the fix.`}
          </span>
        </p>
      )}
      {take.isError ? <Problem error={take.error} /> : null}
    </details>
  );
}
