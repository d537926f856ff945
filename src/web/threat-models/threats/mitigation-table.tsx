import { Fragment, useRef, useState } from 'react';
import type { Mitigation } from '#core/threat-model/document.ts';
import { AddLine, focusAddLine } from './add-line.tsx';
import type { Editing } from './editing.ts';
import { MitigationForm } from './mitigation-form.tsx';
import styles from './mitigations.module.css';
import { newMitigation } from './new-items.ts';
import { labelsOf, type Names, namesIn } from './place-options.ts';
import { mitigationKindLabels, mitigationStatusLabels } from './threat-labels.ts';

type Props = { readonly editing: Editing; readonly readOnly: boolean };

const columns = ['Mitigation', 'Kind', 'Status', 'Against', 'Built in'];

const titleId = ({ id }: Mitigation): string => `mitigation-${id}-title`;

/** All mitigations; on a narrow page each becomes a block. */
export function MitigationTable({ editing, readOnly }: Props) {
  const { model, perform } = editing;
  const [open, setOpen] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const numbers = new Map(model.threats.map(({ id }, index) => [id, index + 1]));
  const names = namesIn(model);
  const add = (title: string): void => {
    const { id, command } = newMitigation(model, title, []);
    perform(command);
    setOpen(id);
  };
  return (
    <div ref={area} className={styles.mitigations}>
      {model.mitigations.length === 0 ? (
        <p className="muted">None is written down yet.</p>
      ) : (
        <table className={`table ${styles.table ?? ''}`}>
          <thead>
            <tr>
              {columns.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.mitigations.map((mitigation) => (
              <Fragment key={mitigation.id}>
                <MitigationRow
                  numbers={numbers}
                  names={names}
                  mitigation={mitigation}
                  isOpen={open === mitigation.id}
                  onToggle={readOnly ? null : () => setOpen(open === mitigation.id ? null : mitigation.id)}
                />
                {open === mitigation.id && !readOnly ? (
                  <tr className={styles.form}>
                    <td colSpan={columns.length}>
                      <MitigationForm
                        editing={editing}
                        mitigation={mitigation}
                        onClose={() => {
                          setOpen(null);
                          document.getElementById(titleId(mitigation))?.focus();
                        }}
                        onDeleted={() => focusAddLine(area.current)}
                      />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {readOnly ? null : <AddLine label="New mitigation" action="Add" limit={200} onAdd={add} />}
    </div>
  );
}

type RowProps = {
  /** The number of each threat in the order of priority, by id. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly names: Names;
  readonly mitigation: Mitigation;
  readonly isOpen: boolean;
  readonly onToggle: (() => void) | null;
};

function MitigationRow({ numbers, names, mitigation, isOpen, onToggle }: RowProps) {
  const { title, kind, status, threats, at } = mitigation;
  const against = threats.flatMap((threat) => numbers.get(threat) ?? []).sort((a, b) => a - b);
  return (
    <tr className={styles.row}>
      <td className={styles.name}>
        {onToggle ? (
          <button type="button" id={titleId(mitigation)} aria-expanded={isOpen} onClick={onToggle}>
            {title}
          </button>
        ) : (
          title
        )}
      </td>
      <td>{mitigationKindLabels[kind]}</td>
      <td>{mitigationStatusLabels[status]}</td>
      <td data-title="Against">{against.join(', ') || <span className="muted">nothing</span>}</td>
      <td data-title="Built in">
        {labelsOf(at, names).join(', ') || <span className="muted">no place</span>}
      </td>
    </tr>
  );
}
