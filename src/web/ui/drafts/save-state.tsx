import type { SaveState } from './draft.ts';
import styles from './drafts.module.css';

const wording: Record<SaveState, string> = {
  saved: 'Saved',
  pending: 'Saving',
  saving: 'Saving',
  unreachable: 'Not saved yet: Hotseat is not reachable, your text is kept in this browser',
  'too-long': 'Not saved: too long. Your text is kept in this browser until you shorten it',
  nowhere: 'Not saved anywhere: copy your text before you leave this page',
  conflict: 'Not saved: another tab changed this answer',
  gone: 'Not saved: this answer was handed in or deleted elsewhere',
};

type Props = {
  readonly state: SaveState;
  /** Where what is saved is no answer. */
  readonly wording?: Partial<Record<SaveState, string>>;
};

/** One polite line. "Saving" is not announced: it would interrupt at every pause. */
export function SaveStateLine({ state, wording: own = {} }: Props) {
  const words = own[state] ?? wording[state];
  const quiet = state === 'pending' || state === 'saving';
  return (
    <>
      <span className={styles.saveState} data-state={state} aria-hidden="true">
        {words}
      </span>
      <span role="status" className="visually-hidden">
        {quiet ? '' : words}
      </span>
    </>
  );
}
