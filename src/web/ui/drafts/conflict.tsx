import { countWords } from '#core/content/answer.ts';
import { plural } from '../labels.ts';
import { type Choose, ConflictFrame } from './conflict-frame.tsx';
import type { Text } from './draft.ts';
import styles from './drafts.module.css';

type Props = {
  readonly mine: Text;
  readonly theirs: Text;
  readonly onChoose: Choose;
};

/** Two versions of one answer: both shown whole, and nothing is dropped until the candidate says which. */
export function Conflict({ mine, theirs, onChoose }: Props) {
  return (
    <ConflictFrame title="This answer was also written in another tab. Which one do you keep?">
      <div className={styles.versions}>
        <Version title="In this tab" text={mine} action="Keep mine" onChoose={() => onChoose('kept-mine')} />
        <Version
          title="Saved by the other tab"
          text={theirs}
          action="Take the other"
          onChoose={() => onChoose('took-theirs')}
        />
      </div>
    </ConflictFrame>
  );
}

type VersionProps = {
  readonly title: string;
  readonly text: Text;
  readonly action: string;
  readonly onChoose: () => void;
};

function Version({ title, text, action, onChoose }: VersionProps) {
  return (
    <div>
      <h3>
        {title} <span className="muted small">{plural(countWords(text.answer), 'word')}</span>
      </h3>
      <div className={styles.version}>{text.answer || 'Empty.'}</div>
      {text.notes ? <div className={styles.version}>Notes: {text.notes}</div> : null}
      <button type="button" className="button" onClick={onChoose}>
        {action}
      </button>
    </div>
  );
}
