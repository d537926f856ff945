import { type KeyboardEvent, useId, useState } from 'react';
import type { ThreatModel, TrustBoundary } from '#core/threat-model/document.ts';
import { quickAdd } from '#core/threat-model/edit/quick-add.ts';
import type { Editing } from './editing.ts';
import styles from './editor.module.css';

type Props = {
  readonly editing: Editing;
  /** Gets the model with the new thing, and its id. */
  readonly onAdded?: (model: ThreatModel, id: string) => void;
};

function placeholderFor(inside: TrustBoundary | undefined, chosen: TrustBoundary | undefined): string {
  if (inside) return `Add to ${inside.label}: process …`;
  return chosen ? `Add by typing: process … in ${chosen.label}` : 'Add by typing: process Upload API';
}

/** One line adds one thing; the field keeps the focus, so that a diagram can be typed line by line. */
export function QuickAdd({ editing, onAdded }: Props) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const [last, setLast] = useState('');
  const { document, history, select, say, selection } = editing;
  const chosen = document.boundaries.find((boundary) => selection.size === 1 && selection.has(boundary.id));
  // What was just typed is shown as selected; only a boundary that somebody chose takes in what is typed next.
  const inside = chosen?.id === last ? undefined : chosen;
  const enter = (): void => {
    const added = quickAdd(document, typed, inside?.id ?? null);
    const model = added.ok ? history.perform(added.command) : document;
    setProblem(added.ok ? '' : added.problem);
    if (!added.ok || model === document) return;
    setTyped('');
    if (!inside) {
      select(() => new Set([added.id]));
      setLast(added.id);
    }
    onAdded?.(model, added.id);
    say(`Added ${typed.trim()}.`);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    enter();
  };
  return (
    <div className={styles.quick}>
      <label htmlFor={id} className="visually-hidden">
        Add by typing
      </label>
      <input
        id={id}
        className="input"
        value={typed}
        placeholder={placeholderFor(inside, chosen)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-problem`}
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem('');
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-problem`} className={styles.problem} role="status">
        {problem}
      </p>
    </div>
  );
}
