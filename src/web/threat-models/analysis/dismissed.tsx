import type { FindingRule } from '#web/ui/api/model-types.ts';
import type { ModelHistory } from '../use-model-history.ts';
import styles from './analysis.module.css';

type Props = {
  readonly history: ModelHistory;
  readonly rules: ReadonlyMap<string, FindingRule>;
};

/** Findings that were set aside, and why; they can be taken up again. */
export function Dismissed({ history, rules }: Props) {
  const { dismissed, elements, flows } = history.document;
  const labels = new Map([...elements, ...flows].map(({ id, label }) => [id, label]));
  return (
    <ul className={styles.dismissed}>
      {dismissed.map(({ rule, on, reason }) => {
        const title = `${rules.get(rule)?.title ?? rule}: ${labels.get(on) ?? on}`;
        return (
          <li key={`${rule} ${on}`}>
            <div>
              <p className={styles.element}>{title}</p>
              <p className={styles.prose}>{reason || 'No reason was given.'}</p>
            </div>
            <button
              type="button"
              className="button small"
              onClick={() => void history.perform({ type: 'set-dismissed', rule, on, reason: null })}
            >
              Restore<span className="visually-hidden"> {title}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
