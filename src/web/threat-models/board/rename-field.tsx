import { useContext, useRef } from 'react';
import styles from './board.module.css';
import { BoardActions } from './board-actions.ts';

type Props = { readonly id: string; readonly label: string };

/** The label of something on the board, under edit: Enter and leaving keep it, Escape does not. */
export function RenameField({ id, label }: Props) {
  const { renamed } = useContext(BoardActions);
  const isDone = useRef(false);
  const finish = (text: string): void => {
    if (isDone.current) return;
    isDone.current = true;
    renamed(id, text);
  };
  return (
    <input
      ref={(field) => {
        if (field && document.activeElement !== field) {
          field.focus({ preventScroll: true });
          field.select();
        }
      }}
      className={`${styles.rename} nodrag nopan`}
      aria-label="Name"
      defaultValue={label}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onBlur={(event) => finish(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(label);
      }}
    />
  );
}
