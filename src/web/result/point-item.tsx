import type { PointView } from '#web/ui/api/types.ts';
import { VerdictIcon } from '#web/ui/icons.tsx';
import { verdictLabels } from '#web/ui/labels.ts';
import styles from '#web/ui/quotes/entry.module.css';
import { EntryFrame } from '#web/ui/quotes/entry-frame.tsx';
import { type Entry, type EntryActions, verdictOf } from './entries.ts';
import { OverruleNote } from './overrule-note.tsx';

type Props = EntryActions & { readonly entry: Entry<PointView> };

export function PointItem({ entry, onDispute, onWithdraw }: Props) {
  const point = entry.view;
  const verdict = verdictOf(point);
  const prompted = point.prompted ? '; made after a probe' : '';
  return (
    <EntryFrame
      entry={entry}
      icon={<VerdictIcon verdict={verdict} />}
      verdict={`${verdictLabels[verdict]}${prompted}`}
      claim={point.claim}
    >
      {point.overrule ? (
        <OverruleNote overrule={point.overrule} was={point.met} onWithdraw={() => onWithdraw(entry)} />
      ) : (
        <p className={styles.because}>
          {point.because}{' '}
          <span
            className={`number ${styles.figure ?? ''}`}
            title="Probability that the answer makes this point"
          >
            {Math.round(point.probability * 100)}% likely
          </span>{' '}
          <button type="button" className="button plain small" onClick={() => onDispute(entry)}>
            {point.met === 'yes' ? 'I did not say this' : 'I did say this'}
            <span className="visually-hidden">: {point.claim}</span>
          </button>
        </p>
      )}
    </EntryFrame>
  );
}
