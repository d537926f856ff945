import type { RoundResult } from '#web/ui/api/scenario-types.ts';
import { points } from '../scenario-labels.ts';
import styles from './result.module.css';

type Dimension = RoundResult['dimensions'][number];

const titles: Readonly<Record<Dimension['name'], string>> = {
  scoping: 'Scoping',
  model: 'Model',
  threats: 'Threats',
  mitigations: 'Mitigations',
  prioritization: 'Priorities and communication',
};

/** A bar and words for each dimension. */
export function Dimensions({ dimensions }: { readonly dimensions: readonly Dimension[] }) {
  return (
    <dl className={styles.dimensions}>
      {dimensions.map(({ name, score, weight, because }) => (
        <div key={name}>
          <dt>
            {titles[name]} <span className="muted small">{points(weight)} % of the whole</span>
          </dt>
          <dd>
            <span className={styles.measure}>
              <svg className={styles.gauge} aria-hidden="true">
                <rect className={styles.track} width="100%" height="100%" />
                <rect className={styles.level} width={`${points(score ?? 0)}%`} height="100%" />
              </svg>
              <span className="number">{score === null ? 'not graded' : points(score)}</span>
            </span>
            {because.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
