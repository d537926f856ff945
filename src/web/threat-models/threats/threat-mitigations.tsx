import { useRef, useState } from 'react';
import { lacksMitigation, mitigationsAgainst } from '#core/threat-model/countermeasures.ts';
import type { Mitigation, Threat } from '#core/threat-model/document.ts';
import { WarnIcon } from '#web/ui/icons.tsx';
import { AddLine, focusAddLine } from './add-line.tsx';
import type { Editing } from './editing.ts';
import styles from './form.module.css';
import { MitigationForm } from './mitigation-form.tsx';
import { newMitigation } from './new-items.ts';
import { Picker } from './picker.tsx';
import { mitigationKindLabels, mitigationStatusLabels } from './threat-labels.ts';

type Props = { readonly editing: Editing; readonly threat: Threat };

/** What is done against a threat. */
export function ThreatMitigations({ editing, threat }: Props) {
  const { model, perform } = editing;
  const [open, setOpen] = useState<string | null>(null);
  const area = useRef<HTMLElement>(null);
  const titleId = ({ id }: Mitigation): string => `threat-${threat.id}-mitigation-${id}`;
  const against = mitigationsAgainst(model);
  const own = against.get(threat.id) ?? [];
  const others = model.mitigations.filter(({ threats }) => !threats.includes(threat.id));
  const relate = ({ id }: Mitigation, threats: readonly string[]): unknown =>
    perform({ type: 'update-item', list: 'mitigations', id, changes: { threats: [...threats] } });
  return (
    <section ref={area} className={styles.against} aria-label="Mitigations against it">
      <h4>Mitigations</h4>
      {lacksMitigation(threat, against) ? (
        <p className={styles.owed}>
          <WarnIcon />
          {threat.status === 'mitigated'
            ? 'It is called mitigated, and nothing is written down against it.'
            : 'Nothing acts against it yet.'}
        </p>
      ) : null}
      <ul className={styles.measures}>
        {own.map((mitigation) => (
          <li key={mitigation.id}>
            <div className={styles.measure}>
              <button
                type="button"
                id={titleId(mitigation)}
                className="button plain"
                aria-expanded={open === mitigation.id}
                onClick={() => setOpen(open === mitigation.id ? null : mitigation.id)}
              >
                {mitigation.title}
              </button>
              <span className="small muted">
                {mitigationKindLabels[mitigation.kind]},{' '}
                {mitigationStatusLabels[mitigation.status].toLowerCase()}
              </span>
              <button
                type="button"
                className="button plain small"
                onClick={() => {
                  relate(
                    mitigation,
                    mitigation.threats.filter((id) => id !== threat.id),
                  );
                  focusAddLine(area.current);
                }}
              >
                Detach<span className="visually-hidden"> {mitigation.title} from this threat</span>
              </button>
            </div>
            {open === mitigation.id ? (
              <MitigationForm
                editing={editing}
                mitigation={mitigation}
                onClose={() => {
                  setOpen(null);
                  document.getElementById(titleId(mitigation))?.focus();
                }}
                onDeleted={() => focusAddLine(area.current)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <AddLine
        label="New mitigation against it"
        action="Add mitigation"
        limit={200}
        onAdd={(title) => {
          const { id, command } = newMitigation(model, title, [threat.id]);
          perform(command);
          setOpen(id);
        }}
      />
      {others.length > 0 ? (
        <Picker
          label="One that is written down already"
          placeholder="Search mitigations"
          options={others.map(({ id, title, kind }) => ({
            id,
            label: title,
            detail: mitigationKindLabels[kind],
          }))}
          chosen={[]}
          onChange={(ids) => {
            const taken = others.find(({ id }) => ids.includes(id));
            if (taken) relate(taken, [...taken.threats, threat.id]);
          }}
        />
      ) : null}
    </section>
  );
}
