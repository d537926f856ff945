import { Fragment, useState } from 'react';
import type { Mitigation, ThreatModel } from '#core/threat-model/document.ts';
import { AddLine } from './add-line.tsx';
import type { Editing } from './editing.ts';
import { MitigationForm } from './mitigation-form.tsx';
import styles from './mitigations.module.css';
import { newMitigation } from './new-items.ts';
import { labelsOf, mitigationPlaces } from './place-options.ts';
import { mitigationKindLabels, mitigationStatusLabels } from './threat-labels.ts';

type Props = { readonly editing: Editing; readonly readOnly: boolean };

const columns = ['Mitigation', 'Kind', 'Status', 'Against', 'Built in'];

/** All mitigations; on a narrow page each becomes a block. */
export function MitigationTable({ editing, readOnly }: Props) {
  const { model, perform } = editing;
  const [open, setOpen] = useState<string | null>(null);
  const add = (title: string): void => {
    const { id, command } = newMitigation(model, title, []);
    perform(command);
    setOpen(id);
  };
  return (
    <div className={styles.mitigations}>
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
                  model={model}
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
                        onClose={() => setOpen(null)}
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
  readonly model: ThreatModel;
  readonly mitigation: Mitigation;
  readonly isOpen: boolean;
  readonly onToggle: (() => void) | null;
};

function MitigationRow({ model, mitigation, isOpen, onToggle }: RowProps) {
  const { title, kind, status, threats, at } = mitigation;
  const numbers = model.threats.flatMap(({ id }, index) => (threats.includes(id) ? [index + 1] : []));
  return (
    <tr className={styles.row}>
      <td className={styles.name}>
        {onToggle ? (
          <button type="button" aria-expanded={isOpen} onClick={onToggle}>
            {title}
          </button>
        ) : (
          title
        )}
      </td>
      <td>{mitigationKindLabels[kind]}</td>
      <td>{mitigationStatusLabels[status]}</td>
      <td data-title="Against">{numbers.join(', ') || <span className="muted">nothing</span>}</td>
      <td data-title="Built in">
        {labelsOf(at, mitigationPlaces(model)).join(', ') || <span className="muted">no place</span>}
      </td>
    </tr>
  );
}
