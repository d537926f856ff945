import type { Credit } from '#web/ui/api/types.ts';
import styles from './credit-bar.module.css';

type Props = { readonly unprompted: Credit; readonly prompted: Credit };

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);
const share = (value: number, of: number): string => `${of > 0 ? Math.min(100, (value / of) * 100) : 0}%`;

/** Weight of the points made unasked, then of those that a question of the interviewer brought out. */
export function CreditBar({ unprompted, prompted }: Props) {
  const of = unprompted.of;
  return (
    <div className={styles.credit}>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.unprompted} style={{ width: share(unprompted.met, of) }} />
        <span className={styles.prompted} style={{ width: share(prompted.met, of) }} />
      </div>
      <dl className={styles.legend}>
        <div>
          <dt>
            <i className={styles.unprompted} /> Unprompted
          </dt>
          <dd>{oneDecimal(unprompted.met)}</dd>
        </div>
        <div>
          <dt>
            <i className={styles.prompted} /> After a probe
          </dt>
          <dd>{oneDecimal(prompted.met)}</dd>
        </div>
        <div>
          <dt>of</dt>
          <dd>{oneDecimal(of)}</dd>
        </div>
      </dl>
    </div>
  );
}
