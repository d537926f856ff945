import type { DragEvent } from 'react';
import type { TriageFindingView, TriageView } from '#web/ui/api/triage-types.ts';
import { TextField } from '#web/ui/length/text-field.tsx';
import styles from './desk.module.css';
import { allowDrop, type CardProps, draggedFinding } from './finding-card.tsx';
import { longestReason, taken } from './work.ts';

type Props = { readonly set: TriageView } & Pick<CardProps, 'work' | 'edit'>;

/** The places of the sprint: what is taken, with a sentence of reason each. */
export function Sprint({ set: { capacity, findings }, work, edit }: Props) {
  const slots = Array.from({ length: capacity }, (_, index) => work.chosen[index]);
  const onDrop = (event: DragEvent): void => {
    const id = draggedFinding(event);
    event.preventDefault();
    if (work.order.includes(id) && !work.chosen.includes(id)) edit((old) => taken(old, id, capacity));
  };
  return (
    <ol className={styles.slots} onDragOver={allowDrop} onDrop={onDrop}>
      {slots.map((id, index) => {
        const finding = findings.find((each) => each.id === id);
        return finding ? (
          <Taken key={finding.id} finding={finding} work={work} edit={edit} capacity={capacity} />
        ) : (
          <li key={`free-${String(index)}`} className={styles.free}>
            Free
          </li>
        );
      })}
    </ol>
  );
}

function Taken({ finding: { id, title }, work, edit, capacity }: CardProps & { finding: TriageFindingView }) {
  return (
    <li className={styles.slot}>
      <TextField
        id={`reason-${id}`}
        label={`Why now: ${title}?`}
        limit={longestReason}
        rows={2}
        value={work.reasons[id] ?? ''}
        onChange={(reason) => edit((old) => ({ ...old, reasons: { ...old.reasons, [id]: reason } }))}
      />
      <button
        type="button"
        className="button plain small"
        onClick={() => edit((old) => taken(old, id, capacity))}
      >
        Put back<span className="visually-hidden"> {title}</span>
      </button>
    </li>
  );
}
