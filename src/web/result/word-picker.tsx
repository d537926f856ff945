import { useEffect, useRef } from 'react';
import { focusFirst } from '#web/ui/dialog.tsx';
import styles from './overrule.module.css';
import { type Range, rangeInAnswer } from './selection.ts';

type Props = {
  readonly answer: string;
  readonly range: Range | null;
  readonly onPick: (range: Range | null) => void;
};

const selecting = ['select', 'selectionchange', 'keyup', 'pointerup'] as const;

/** A field that can be selected in with mouse, touch and keyboard alike. */
export function WordPicker({ answer, range, onPick }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const read = (): void => onPick(rangeInAnswer(answer, element.selectionStart, element.selectionEnd));
    for (const name of selecting) element.addEventListener(name, read);
    return () => {
      for (const name of selecting) element.removeEventListener(name, read);
    };
  }, [answer, onPick]);
  return (
    <div className="field">
      <label htmlFor="words">Select the words that say it</label>
      <textarea
        ref={(element) => {
          field.current = element;
          focusFirst(element);
        }}
        id="words"
        readOnly
        className={`input ${styles.words ?? ''}`}
        value={answer}
        aria-describedby="chosen"
      />
      <p id="chosen" className={styles.chosen} role="status">
        {range
          ? `“${answer.slice(range.start, range.end)}”`
          : 'Nothing selected yet. By keyboard: hold Shift and use the arrow keys.'}
      </p>
    </div>
  );
}
