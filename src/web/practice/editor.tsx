import { type KeyboardEvent, useState } from 'react';
import { countWords, longestAnswer } from '#core/content/answer.ts';
import type { SaveState, Text } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { clock } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';
import { speakingSeconds } from '#web/ui/speaking-seconds.ts';
import styles from './practice.module.css';

type Props = {
  readonly text: Text;
  readonly state: SaveState;
  readonly busy: boolean;
  readonly autoFocus: boolean;
  readonly onEdit: (text: Partial<Text>) => void;
  readonly onSubmit: () => void;
};

export function Editor({ text, state, busy, autoFocus, onEdit, onSubmit }: Props) {
  const [asked, setAsked] = useState(false);
  const empty = text.answer.trim() === '';
  const submit = (): void => {
    setAsked(true);
    if (empty) document.getElementById('answer')?.focus();
    else if (!busy) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is a shortcut for the button below
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <div className={styles.answerField}>
        <label htmlFor="answer">Your answer</label>
        <textarea
          id="answer"
          className={`input ${styles.answer ?? ''}`}
          // biome-ignore lint/a11y/noAutofocus: the candidate has just pressed "Start answering"
          autoFocus={autoFocus}
          spellCheck
          maxLength={longestAnswer}
          aria-describedby="count"
          aria-invalid={(asked && empty) || undefined}
          placeholder="Write the way you would say it."
          value={text.answer}
          onChange={(event) => onEdit({ answer: event.target.value })}
        />
        <div className={styles.line}>
          <WordCount text={text.answer} />
          <SaveStateLine state={state} />
        </div>
        <div className="buttons">
          <button
            type="button"
            className="button primary"
            disabled={busy || state === 'gone'}
            onClick={submit}
          >
            Hand in <kbd>Ctrl ⏎</kbd>
          </button>
          <span className={asked && empty ? styles.need : 'muted'} role="status">
            {asked && empty
              ? 'Write something first, even a sentence.'
              : 'You score yourself next, before the grade.'}
          </span>
        </div>
      </div>
      <div className={styles.notesField}>
        <label htmlFor="notes">Notes</label>
        <textarea
          id="notes"
          className={`input ${styles.notes ?? ''}`}
          maxLength={20_000}
          placeholder="For yourself: never graded."
          value={text.notes}
          onChange={(event) => onEdit({ notes: event.target.value })}
        />
      </div>
    </div>
  );
}

function WordCount({ text }: { readonly text: string }) {
  const words = countWords(text);
  return (
    <span id="count">
      <span className="number">{words}</span> {plural(words, 'word').replace(/^\d+ /, '')}, about{' '}
      <span className="number">{clock(speakingSeconds(words))}</span> spoken
    </span>
  );
}
