import type { Loss } from '#web/ui/api/model-types.ts';
import styles from './report.module.css';

/** What a format could not hold. */
export function LossList({ losses }: { readonly losses: readonly Loss[] }) {
  return (
    <ul className={styles.losses}>
      {losses.map(({ where, what }) => (
        <li key={`${where} ${what}`}>
          <span className={styles.where}>{where}</span> {what}
        </li>
      ))}
    </ul>
  );
}
