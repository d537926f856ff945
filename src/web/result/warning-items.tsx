import type { FlagView, MisconceptionView, Overrule } from '#web/ui/api/types.ts';
import { FlagIcon, WarnIcon } from '#web/ui/icons.tsx';
import { Correction } from '#web/ui/quotes/correction.tsx';
import styles from '#web/ui/quotes/entry.module.css';
import { EntryFrame } from '#web/ui/quotes/entry-frame.tsx';
import { FlagAdvice } from '#web/ui/quotes/flag-advice.tsx';
import type { Entry, EntryActions } from './entries.ts';
import { OverruleNote } from './overrule-note.tsx';

type Props<View extends MisconceptionView | FlagView> = EntryActions & { readonly entry: Entry<View> };

export function MisconceptionItem({ entry, ...actions }: Props<MisconceptionView>) {
  const { claim, correction, overrule } = entry.view;
  const verdict = overrule ? 'Not counted' : 'Not so';
  return (
    <EntryFrame entry={entry} icon={<WarnIcon />} verdict={verdict} claim={claim}>
      <Correction text={correction} />
      <Dispute entry={entry} overrule={overrule} {...actions} />
    </EntryFrame>
  );
}

export function FlagItem({ entry, ...actions }: Props<FlagView>) {
  const { title, why, better, overrule } = entry.view;
  const verdict = overrule ? 'Not counted' : 'Red flag';
  return (
    <EntryFrame entry={entry} icon={<FlagIcon />} verdict={verdict} claim={title}>
      <FlagAdvice why={why} better={better} />
      <Dispute entry={entry} overrule={overrule} {...actions} />
    </EntryFrame>
  );
}

function Dispute({
  entry,
  overrule,
  onDispute,
  onWithdraw,
}: EntryActions & { entry: Entry; overrule: Overrule | null }) {
  if (overrule) return <OverruleNote overrule={overrule} was={null} onWithdraw={() => onWithdraw(entry)} />;
  return (
    <p className={styles.actions}>
      <button type="button" className="button plain small" onClick={() => onDispute(entry)}>
        I did not mean that
      </button>
    </p>
  );
}
