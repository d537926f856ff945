import { type KeyboardEvent, useRef } from 'react';
import { type Editing, only } from '../editor/editing.ts';
import { removeChosen } from '../editor/edits.ts';
import { Properties } from '../editor/properties.tsx';
import styles from './outline.module.css';

type Props = {
  readonly editing: Editing;
  readonly id: string;
  readonly mark: 'actor' | 'process' | 'store' | 'flow' | 'boundary';
  readonly title: string;
  readonly note: string;
};

/** One thing of the model on a line; opened, everything about it stands below, to be changed there. */
export function Row({ editing, id, mark, title, note }: Props) {
  const { selection, select, readOnly } = editing;
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = selection.size === 1 && selection.has(id);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' || readOnly) return;
    event.preventDefault();
    focusNeighbor(button.current);
    removeChosen(editing, [id]);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.row}
        data-row={id}
        aria-expanded={isOpen}
        onClick={() => select(isOpen ? only() : only(id))}
        onKeyDown={onKeyDown}
      >
        <span className={styles.mark} data-mark={mark} aria-hidden="true">
          {mark === 'flow' ? '→' : ''}
        </span>
        <span className={styles.title}>{title}</span>
        <span className={styles.note}>{note}</span>
      </button>
      {isOpen ? (
        <div className={styles.open}>
          <Properties editing={editing} />
        </div>
      ) : null}
    </>
  );
}

/** The line before this one has the focus once this one is gone. */
function focusNeighbor(button: HTMLElement | null): void {
  const rows = [...document.querySelectorAll<HTMLElement>('button[data-row]')];
  const at = button ? rows.indexOf(button) : -1;
  (rows[at - 1] ?? rows[at + 1])?.focus();
}
