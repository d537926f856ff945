import type { KeyboardEvent } from 'react';
import type { Editing } from '../editor/editing.ts';
import { AddBar } from './add-bar.tsx';
import { Branch } from './branch.tsx';
import styles from './outline.module.css';

type Props = { readonly editing: Editing };

/** The whole model as a list, nested by trust boundary; each flow stands under the element that it begins at. */
export function Outline({ editing }: Props) {
  const { document, readOnly } = editing;
  const isEmpty = document.elements.length + document.boundaries.length === 0;
  return (
    <div className={styles.outline}>
      {readOnly ? null : <AddBar editing={editing} />}
      {isEmpty ? (
        <p className="muted">
          {readOnly ? 'Nothing is in this model.' : 'Add an actor, a process or a store.'}
        </p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys between the buttons in it
        <div onKeyDown={goByArrows}>
          <Branch editing={editing} inside={null} />
        </div>
      )}
    </div>
  );
}

function goByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLButtonElement) || !event.target.dataset.row) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-row]')];
  const next = rows[rows.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
