import { type KeyboardEvent, useState } from 'react';
import { countWords, longestAnswer, longestNotes } from '#core/content/answer.ts';
import { isTooLong, type SaveState, type Text } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { clock } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';
import { LengthNote } from '#web/ui/length/length-note.tsx';
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
  const hindrance = hindranceOf(text);
  const submit = (): void => {
    setAsked(true);
    if (hindrance) document.getElementById(hindrance.field)?.focus();
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
          aria-describedby="count answer-length"
          aria-invalid={(asked && hindrance?.field === 'answer') || undefined}
          placeholder="Write the way you would say it."
          value={text.answer}
          onChange={(event) => onEdit({ answer: event.target.value })}
        />
        <LengthNote id="answer-length" text={text.answer} limit={longestAnswer} />
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
          <span className={asked && hindrance ? styles.need : 'muted'} role="status">
            {asked && hindrance ? hindrance.mend : 'You score yourself next, before the grade.'}
          </span>
        </div>
      </div>
      <div className={styles.notesField}>
        <label htmlFor="notes">Notes</label>
        <textarea
          id="notes"
          className={`input ${styles.notes ?? ''}`}
          aria-describedby="notes-length"
          placeholder="For yourself: never graded."
          value={text.notes}
          onChange={(event) => onEdit({ notes: event.target.value })}
        />
        <LengthNote id="notes-length" text={text.notes} limit={longestNotes} />
      </div>
    </div>
  );
}

/** Why it cannot be handed in, in which field, and what to do. */
function hindranceOf(text: Text): { readonly field: 'answer' | 'notes'; readonly mend: string } | null {
  if (text.answer.trim() === '') return { field: 'answer', mend: 'Write something first, even a sentence.' };
  if (!isTooLong(text)) return null;
  if (text.answer.length > longestAnswer) return { field: 'answer', mend: 'Shorten your answer first.' };
  return { field: 'notes', mend: 'Shorten your notes first.' };
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
