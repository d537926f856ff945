import { mitigationsAgainst } from '#core/threat-model/countermeasures.ts';
import type { Threat, ThreatModel } from '#core/threat-model/document.ts';
import { threatSentence } from '#core/threat-model/statement.ts';
import styles from './form.module.css';
import { mitigationKindLabels, mitigationStatusLabels, strideLines } from './threat-labels.ts';

type Props = { readonly model: ThreatModel; readonly threat: Threat };

/** A threat to read. */
export function ThreatView({ model, threat }: Props) {
  const sentence = threatSentence(threat.statement);
  const against = mitigationsAgainst(model).get(threat.id) ?? [];
  return (
    <div className={styles.form}>
      <p className={styles.sentence} data-empty={sentence === '' || undefined}>
        {sentence || 'No statement is written.'}
      </p>
      <p className="small muted">{strideLines[threat.stride]}</p>
      {threat.notes ? <p className={styles.notes}>{threat.notes}</p> : null}
      <h4>Mitigations</h4>
      {against.length === 0 ? <p className="muted">None.</p> : null}
      <ul className={styles.measures}>
        {against.map(({ id, title, description, kind, status }) => (
          <li key={id}>
            {title}{' '}
            <span className="small muted">
              {mitigationKindLabels[kind]}, {mitigationStatusLabels[status].toLowerCase()}
            </span>
            {description ? <p className={styles.notes}>{description}</p> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
