import { Minutes } from './minutes.tsx';
import styles from './rows.module.css';

type StatusProps = {
  /** Which color the page gives it. */
  readonly className: string | undefined;
  readonly status: string;
  readonly fill: 'none' | 'half' | 'full';
  readonly children: string;
};

/** How far one came with an item, as a word and a circle. */
export function RowStatus({ className, status, fill, children }: StatusProps) {
  return (
    <span className={`${styles.status ?? ''} ${className ?? ''}`} data-status={status} data-fill={fill}>
      {children}
    </span>
  );
}

type SizeProps = {
  readonly className: string | undefined;
  readonly minutes: number;
  /** From 1 to 5. */
  readonly difficulty: number;
};

const hardest = 5;

/** How long an item takes and how hard it is. */
export function RowSize({ className, minutes, difficulty }: SizeProps) {
  return (
    <span className={`${styles.size ?? ''} ${className ?? ''}`}>
      <Minutes value={minutes} />
      <span title={`Difficulty ${difficulty} of ${hardest}`}>
        <span aria-hidden="true">{'●'.repeat(difficulty) + '○'.repeat(hardest - difficulty)}</span>
        <span className="visually-hidden">
          difficulty {difficulty} of {hardest}
        </span>
      </span>
    </span>
  );
}
