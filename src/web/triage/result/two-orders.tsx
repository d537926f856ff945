import type { TriageResult } from '#web/ui/api/triage-types.ts';
import styles from './result.module.css';

type Props = {
  readonly order: readonly string[];
  readonly rejected: readonly string[];
  readonly result: TriageResult;
  readonly titleOf: (id: string) => string;
};

/** Height of a row in the drawing, which is stretched to the lists beside it. */
const row = 10;

/** The candidate's order of what the expert ranks beside the expert's own, with a line for each finding. */
export function TwoOrders({ order, rejected, result: { grade, expert }, titleOf }: Props) {
  const theirs = grade.expertOrder;
  const ranked = order.filter((id) => theirs.includes(id) && !rejected.includes(id));
  const own = [...ranked, ...theirs.filter((id) => !ranked.includes(id))];
  const taken = new Set(expert.take.map(({ id }) => id));
  const middleOf = (place: number): number => place * row + row / 2;
  return (
    <div className={styles.orders}>
      <Order title="Your order" ids={own} taken={taken} titleOf={titleOf} />
      <svg
        className={styles.lines}
        viewBox={`0 0 100 ${theirs.length * row}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {own.map((id, place) => (
          <line
            key={id}
            data-taken={taken.has(id)}
            x1={0}
            y1={middleOf(place)}
            x2={100}
            y2={middleOf(theirs.indexOf(id))}
          />
        ))}
      </svg>
      <Order title="The expert's order" ids={theirs} taken={taken} titleOf={titleOf} />
    </div>
  );
}

type OrderProps = {
  readonly title: string;
  readonly ids: readonly string[];
  readonly taken: ReadonlySet<string>;
  readonly titleOf: (id: string) => string;
};

function Order({ title, ids, taken, titleOf }: OrderProps) {
  return (
    <ol className={styles.order} aria-label={title}>
      {ids.map((id) => (
        <li key={id} data-taken={taken.has(id)}>
          {titleOf(id)}
        </li>
      ))}
    </ol>
  );
}
