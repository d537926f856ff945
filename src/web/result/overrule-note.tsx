import type { Verdict } from '#core/grading/grade.ts';
import type { Overrule } from '#web/ui/api/types.ts';
import { verdictLabels } from '#web/ui/labels.ts';
import styles from '#web/ui/quotes/entry.module.css';

type Props = { readonly overrule: Overrule; readonly was: Verdict | null; readonly onWithdraw: () => void };

/** Says whose verdict this is, and lets the candidate take the word back. */
export function OverruleNote({ overrule, was, onWithdraw }: Props) {
  return (
    <p className={styles.actions}>
      <span>
        Your verdict{was ? `; the reader had said ${verdictLabels[was].toLowerCase()}` : ''}.
        {overrule.reason ? ` “${overrule.reason}”` : ''}
      </span>
      <button type="button" className="button plain small" onClick={onWithdraw}>
        Take it back
      </button>
    </p>
  );
}
