import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { mitigationsAgainst } from '#core/threat-model/countermeasures.ts';
import type { Threat } from '#core/threat-model/document.ts';
import { useSaid } from '../use-said.ts';
import type { Editing } from './editing.ts';
import styles from './list.module.css';
import { namesIn } from './place-options.ts';
import { ThreatForm } from './threat-form.tsx';
import { ThreatRow } from './threat-row.tsx';
import { ThreatView } from './threat-view.tsx';
import { useDragOrder } from './use-drag-order.ts';

type Props = {
  readonly editing: Editing;
  readonly readOnly: boolean;
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
};

/** The threats, the most urgent first; ordered by dragging, by keys, or by the buttons behind the handle. */
export function ThreatList({ editing, readOnly, open, onOpen }: Props) {
  const { model, perform } = editing;
  const list = useRef<HTMLOListElement>(null);
  const [said, say] = useSaid();
  const [choosing, setChoosing] = useState<string | null>(null);
  const last = model.threats.length - 1;
  const against = mitigationsAgainst(model);
  const names = namesIn(model);

  const move = (threat: Threat, to: number): void => {
    const place = Math.min(last, Math.max(0, to));
    perform({ type: 'move-item', list: 'threats', id: threat.id, to: place });
    say(`“${threat.title}” is now ${place + 1} of ${last + 1}.`);
  };
  const order = useDragOrder(list, (from, to) => {
    const threat = model.threats[from];
    if (threat) move(threat, to);
  });
  const remove = ({ id, title }: Threat, index: number): void => {
    const next = model.threats[index + 1] ?? model.threats[index - 1];
    flushSync(() => {
      onOpen(null);
      perform({ type: 'remove-item', list: 'threats', id });
      say(`“${title}” is deleted. Undo brings it back.`);
    });
    document.getElementById(next ? `threat-${next.id}-title` : 'main')?.focus();
  };
  return (
    <>
      <ol ref={list} className={styles.list} data-dragging={order.drag ? true : undefined}>
        {model.threats.map((threat, index) => (
          <li key={threat.id} id={`threat-${threat.id}`} data-drop={dropMark(order.drag, index)}>
            <ThreatRow
              names={names}
              threat={threat}
              number={index + 1}
              against={against}
              isOpen={open === threat.id}
              onToggle={() => onOpen(open === threat.id ? null : threat.id)}
              moving={
                readOnly
                  ? null
                  : {
                      last,
                      handle: order.handle(index),
                      isChoosing: choosing === threat.id,
                      onChoose: (isKey) => {
                        if (isKey || !order.hasDragged())
                          setChoosing(choosing === threat.id ? null : threat.id);
                      },
                      onMove: (to) => move(threat, to),
                      onCancel: () => {
                        order.cancel();
                        setChoosing(null);
                      },
                    }
              }
            />
            {open === threat.id && !readOnly ? (
              <ThreatForm
                editing={editing}
                threat={threat}
                onDelete={() => remove(threat, index)}
                onClose={() => {
                  onOpen(null);
                  document.getElementById(`threat-${threat.id}-title`)?.focus();
                }}
              />
            ) : null}
            {open === threat.id && readOnly ? <ThreatView model={model} threat={threat} /> : null}
          </li>
        ))}
      </ol>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </>
  );
}

function dropMark(
  drag: { readonly from: number; readonly to: number } | null,
  index: number,
): 'dragged' | 'before' | 'after' | undefined {
  if (!drag) return undefined;
  if (index === drag.from) return 'dragged';
  if (drag.to === drag.from || index !== drag.to) return undefined;
  return drag.to < drag.from ? 'before' : 'after';
}
