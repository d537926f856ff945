import { type Scoring, weightText } from './score-lines.ts';
import styles from './score-sheet.module.css';

type Props = {
  readonly label: string;
  readonly tier: Scoring['tiers']['must'];
  /** Total weight of the heaviest tier, which is drawn over the whole width. */
  readonly widest: number;
  /** Weight of what only a probe brought out. */
  readonly prompted: number;
};

const percent = (value: number, of: number): string => `${of > 0 ? Math.min(100, (value / of) * 100) : 0}%`;

/** A tier drawn to scale: as long as its points weigh, filled as far as they were earned, with a tick where it is enough. */
export function TierRow({ label, tier, widest, prompted }: Props) {
  const { earned, total, needed } = tier;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={styles.drawn} aria-hidden="true">
        <div className={styles.bar} style={{ width: percent(total, widest) }}>
          <span className={styles.earned} style={{ width: percent(earned, total) }} />
          <span className={styles.prompted} style={{ width: percent(prompted, total) }} />
          {needed > 0 && needed < total ? (
            <i className={styles.enough} style={{ left: percent(needed, total) }} />
          ) : null}
        </div>
      </td>
      <td>
        {weightText(earned)} <span className="muted">of {weightText(total)}</span>
      </td>
      <td>{needed > 0 ? weightText(needed) : <span className="muted">extra</span>}</td>
    </tr>
  );
}
