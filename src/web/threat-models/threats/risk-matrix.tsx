import type { ThreatModel } from '#core/threat-model/document.ts';
import { type Level, levels, type NumberedThreat, riskMatrix, severityOf } from '#core/threat-model/risk.ts';
import styles from './matrix.module.css';
import { impactWords, likelihoodWords, severityWords } from './threat-labels.ts';

type Props = { readonly model: ThreatModel; readonly onOpen: (id: string) => void };

const mostDots = 8;

/** Likelihood across, impact upward, each threat a numbered dot that leads to it. */
export function RiskMatrix({ model, onOpen }: Props) {
  const matrix = riskMatrix(model.threats);
  const rows = [...levels].reverse();
  return (
    <div className={styles.risk}>
      <table className={styles.matrix}>
        <caption className="visually-hidden">
          Threats by impact (rows) and likelihood (columns), under their numbers in the order of priority
        </caption>
        <tbody>
          {rows.map((impact) => (
            <tr key={impact}>
              <th scope="row">
                <span className="number">{impact}</span> {impactWords[impact]}
              </th>
              {levels.map((likelihood) => (
                <Field
                  key={likelihood}
                  likelihood={likelihood}
                  impact={impact}
                  threats={matrix.at(likelihood, impact)}
                  onOpen={onOpen}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className={styles.corner}>
              <span aria-hidden="true">impact ↑</span>
              <span aria-hidden="true">likelihood →</span>
            </td>
            {levels.map((likelihood) => (
              <th key={likelihood} scope="col">
                <span className="number">{likelihood}</span> {likelihoodWords[likelihood]}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
      {matrix.unrated.length > 0 ? (
        <div className={styles.unrated}>
          <p>Not rated yet:</p>
          <Dots threats={matrix.unrated} onOpen={onOpen} />
        </div>
      ) : null}
    </div>
  );
}

type FieldProps = {
  readonly likelihood: Level;
  readonly impact: Level;
  readonly threats: readonly NumberedThreat[];
  readonly onOpen: (id: string) => void;
};

function Field({ likelihood, impact, threats, onOpen }: FieldProps) {
  const severity = severityOf(likelihood, impact);
  return (
    <td className={styles.field} data-severity={severity}>
      <span className="visually-hidden">{severityWords[severity]}. </span>
      {threats.length === 0 ? <span className="visually-hidden">no threat</span> : null}
      <Dots threats={threats} onOpen={onOpen} />
    </td>
  );
}

type DotsProps = Pick<FieldProps, 'threats' | 'onOpen'>;

function Dots({ threats, onOpen }: DotsProps) {
  return (
    <div className={styles.dots}>
      {threats.slice(0, mostDots).map(({ number, threat }) => (
        <button
          key={threat.id}
          type="button"
          className={styles.dot}
          title={threat.title}
          aria-label={`Threat ${number}: ${threat.title}`}
          onClick={() => onOpen(threat.id)}
        >
          {number}
        </button>
      ))}
      {threats.length > mostDots ? (
        <span className={styles.more}>
          +{threats.length - mostDots}
          <span className="visually-hidden"> more</span>
        </span>
      ) : null}
    </div>
  );
}
