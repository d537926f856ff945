import { mitigationKinds, mitigationStatuses } from '#core/content/threat-model-vocabulary.ts';
import type { Mitigation } from '#core/threat-model/document.ts';
import { BufferedText } from './buffered-text.tsx';
import { Choice } from './choice.tsx';
import type { Editing } from './editing.ts';
import styles from './form.module.css';
import { Picker } from './picker.tsx';
import { mitigationPlaces, numberedThreats } from './place-options.ts';
import { mitigationKindLabels, mitigationStatusLabels } from './threat-labels.ts';

type Props = {
  readonly editing: Editing;
  readonly mitigation: Mitigation;
  readonly onClose: () => void;
  /** It is gone, and the focus with it. */
  readonly onDeleted: () => void;
};

/** One mitigation, kept as one writes. */
export function MitigationForm({ editing: { model, perform }, mitigation, onClose, onDeleted }: Props) {
  const { id } = mitigation;
  const change = (changes: Partial<Omit<Mitigation, 'id'>>): unknown =>
    perform({ type: 'update-item', list: 'mitigations', id, changes });
  return (
    <section className={styles.mitigation} aria-label={`Mitigation: ${mitigation.title}`}>
      <BufferedText
        label="Title"
        limit={200}
        required
        stored={mitigation.title}
        onStore={(title) => change({ title })}
      />
      <BufferedText
        label="Description"
        limit={4000}
        rows={2}
        stored={mitigation.description}
        onStore={(description) => change({ description })}
      />
      <div className={styles.even}>
        <Choice
          label="Kind"
          names={mitigationKinds}
          labels={mitigationKindLabels}
          chosen={mitigation.kind}
          onChange={(kind) => change({ kind })}
        />
        <Choice
          label="Status"
          names={mitigationStatuses}
          labels={mitigationStatusLabels}
          chosen={mitigation.status}
          onChange={(status) => change({ status })}
        />
      </div>
      <Picker
        label="Acts against"
        placeholder="Search threats"
        options={numberedThreats(model)}
        chosen={mitigation.threats}
        onChange={(threats) => change({ threats: [...threats] })}
      />
      <Picker
        label="Built in"
        hint="Elements, flows and trust boundaries of the diagram."
        placeholder="Search places"
        options={mitigationPlaces(model)}
        chosen={mitigation.at}
        onChange={(at) => change({ at: [...at] })}
      />
      <div className="buttons">
        <button type="button" className="button small" onClick={onClose}>
          Close
        </button>
        <button
          type="button"
          className="button danger small"
          onClick={() => {
            perform({ type: 'remove-item', list: 'mitigations', id });
            onDeleted();
          }}
        >
          Delete this mitigation
        </button>
      </div>
    </section>
  );
}
