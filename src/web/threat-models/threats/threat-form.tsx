import { useId } from 'react';
import { threatStatuses } from '#core/content/threat-model-vocabulary.ts';
import type { Threat } from '#core/threat-model/document.ts';
import { BufferedText } from './buffered-text.tsx';
import { changeThreat, type ThreatChanges, titleFor } from './change-threat.ts';
import { Choice } from './choice.tsx';
import type { Editing } from './editing.ts';
import styles from './form.module.css';
import { Picker } from './picker.tsx';
import { threatPlaces } from './place-options.ts';
import { Rating } from './rating.tsx';
import { StatementBuilder } from './statement-builder.tsx';
import { StrideChoice } from './stride-choice.tsx';
import { threatStatusLabels } from './threat-labels.ts';
import { ThreatMitigations } from './threat-mitigations.tsx';

type Props = {
  readonly editing: Editing;
  readonly threat: Threat;
  readonly onDelete: () => void;
  readonly onClose: () => void;
};

/** One threat, kept as one writes. */
export function ThreatForm({ editing, threat, onDelete, onClose }: Props) {
  const id = useId();
  const { model, perform } = editing;
  const change = (changes: ThreatChanges): unknown => perform(changeThreat(model, threat, changes));
  const proposal = titleFor(model, threat);
  return (
    <div className={styles.form}>
      <StatementBuilder editing={editing} threat={threat} />
      <div className={styles.titled}>
        <BufferedText
          label="Title"
          limit={200}
          required
          stored={threat.title}
          onStore={(title) => change({ title })}
        />
        {threat.title === proposal ? (
          <p className="small muted">Proposed from the statement; it goes along until you write your own.</p>
        ) : (
          <button type="button" className="button plain small" onClick={() => change({ title: proposal })}>
            Use “{proposal}”
          </button>
        )}
      </div>
      <StrideChoice name={`${id}-stride`} chosen={threat.stride} onChange={(stride) => change({ stride })} />
      <Picker
        label="Acts on"
        hint="Elements and flows of the diagram."
        placeholder="Search elements and flows"
        options={threatPlaces(model)}
        chosen={threat.on}
        onChange={(on) => change({ on: [...on] })}
      />
      <Rating threat={threat} onChange={change} />
      <div className={styles.pair}>
        <Choice
          label="Status"
          names={threatStatuses}
          labels={threatStatusLabels}
          chosen={threat.status}
          onChange={(status) => change({ status })}
        />
        <BufferedText
          label="Notes"
          limit={4000}
          rows={2}
          stored={threat.notes}
          onStore={(notes) => change({ notes })}
        />
      </div>
      <ThreatMitigations editing={editing} threat={threat} />
      <div className="buttons">
        <button type="button" className="button primary" onClick={onClose}>
          Done
        </button>
        <button type="button" className="button danger" onClick={onDelete}>
          Delete this threat
        </button>
      </div>
    </div>
  );
}
