import { points } from '../lab-labels.ts';
import styles from './review.module.css';

type Props = { readonly title: string /** 0..1 */; readonly value: number; readonly meaning: string };

/** A share as a figure and a bar. */
export function Measure({ title, value, meaning }: Props) {
  return (
    <div className={styles.measure}>
      <dt>{title}</dt>
      <dd>
        <span className={styles.figure}>{points(value)}</span>
        <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="4" fill="var(--rule)" />
          <rect width={points(value)} height="4" fill="currentColor" />
        </svg>
        <span className={styles.meaning}>{meaning}</span>
      </dd>
    </div>
  );
}
