import { type DragEvent, type KeyboardEvent, useState } from 'react';
import type { TriageFindingView } from '#web/ui/api/triage-types.ts';
import { TextField } from '#web/ui/length/text-field.tsx';
import styles from './desk.module.css';
import { FindingFigures, FindingText } from './finding-text.tsx';
import { longestReason, moved, rejected, type TriageWork, taken } from './work.ts';

export type CardProps = {
  readonly finding: TriageFindingView;
  readonly work: TriageWork;
  readonly capacity: number;
  readonly edit: (change: (work: TriageWork) => TriageWork) => void;
};

const kind = 'application/x-hotseat-finding';
export const draggedFinding = (event: DragEvent): string => event.dataTransfer.getData(kind);
export const allowDrop = (event: DragEvent): void => {
  if (event.dataTransfer.types.includes(kind)) event.preventDefault();
};

/** One finding in the order: read it, move it, take it or reject it. */
export function FindingCard({ finding, work, capacity, edit }: CardProps) {
  const { id, title } = finding;
  const place = work.order.indexOf(id);
  const isTaken = work.chosen.includes(id);
  const isRejected = work.rejected.includes(id);
  const move = (to: number): void => edit((old) => moved(old, id, to));
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (step === 0 || !event.altKey) return;
    event.preventDefault();
    move(place + step);
  };
  const onDrop = (event: DragEvent): void => {
    const dropped = draggedFinding(event);
    event.preventDefault();
    if (work.order.includes(dropped)) edit((old) => moved(old, dropped, old.order.indexOf(id)));
  };
  const state = isTaken ? 'taken' : isRejected ? 'rejected' : 'open';
  return (
    <li className={styles.card} data-state={state} onDragOver={allowDrop} onDrop={onDrop}>
      <div className={styles.head}>
        <span
          className={styles.handle}
          draggable
          title="Drag to move"
          aria-hidden="true"
          onDragStart={(event) => event.dataTransfer.setData(kind, id)}
        >
          ⠿
        </span>
        <span className={styles.place}>{place + 1}</span>
        <h3>{title}</h3>
      </div>
      <FindingFigures finding={finding} />
      <Reading finding={finding} />
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons, whose keys also work on the whole */}
      <div className={styles.actions} role="group" aria-label={title} onKeyDown={onKeyDown}>
        <button type="button" className="button small" disabled={place === 0} onClick={() => move(place - 1)}>
          Up<span className="visually-hidden"> {title}</span>
        </button>
        <button
          type="button"
          className="button small"
          disabled={place === work.order.length - 1}
          onClick={() => move(place + 1)}
        >
          Down<span className="visually-hidden"> {title}</span>
        </button>
        <button
          type="button"
          className="button small"
          aria-pressed={isTaken}
          disabled={!isTaken && work.chosen.length >= capacity}
          onClick={() => edit((old) => taken(old, id, capacity))}
        >
          Take<span className="visually-hidden"> {title}</span>
        </button>
        <button
          type="button"
          className="button small"
          aria-pressed={isRejected}
          onClick={() => edit((old) => rejected(old, id))}
        >
          Reject<span className="visually-hidden"> {title}</span>
        </button>
      </div>
      {isRejected ? (
        <TextField
          id={`reason-${id}`}
          label={`Why is this none: ${title}?`}
          limit={longestReason}
          value={work.reasons[id] ?? ''}
          onChange={(reason) => edit((old) => ({ ...old, reasons: { ...old.reasons, [id]: reason } }))}
        />
      ) : null}
    </li>
  );
}

function Reading({ finding }: Pick<CardProps, 'finding'>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Read<span className="visually-hidden"> {finding.title}</span>
      </summary>
      {isOpen ? <FindingText finding={finding} /> : null}
    </details>
  );
}
