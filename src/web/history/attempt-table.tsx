import { Link } from '@tanstack/react-router';
import type { AttemptSummary } from '#web/ui/api/types.ts';
import { BandBadge } from '#web/ui/band-badge.tsx';
import { clock, moment } from '#web/ui/format-time.ts';
import styles from './history.module.css';

type Props = {
  readonly items: readonly AttemptSummary[];
  readonly chosen: readonly string[];
  readonly onChoose: (attempt: AttemptSummary) => void;
  readonly onDelete: (attempt: AttemptSummary) => void;
};

export function AttemptTable({ items, chosen, onChoose, onDelete }: Props) {
  return (
    <table className={`table ${styles.attempts ?? ''}`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Compare</span>
          </th>
          <th scope="col">Question</th>
          <th scope="col">When</th>
          <th scope="col">Grade</th>
          <th scope="col" className="figure">
            Score
          </th>
          <th scope="col" className="figure">
            You said
          </th>
          <th scope="col" className="figure">
            Words
          </th>
          <th scope="col" className="figure">
            Time
          </th>
          <th scope="col">
            <span className="visually-hidden">Delete</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row
            key={item.id}
            item={item}
            chosen={chosen.includes(item.id)}
            onChoose={onChoose}
            onDelete={onDelete}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = Omit<Props, 'items' | 'chosen'> & { readonly item: AttemptSummary; readonly chosen: boolean };

function Row({ item, chosen, onChoose, onDelete }: RowProps) {
  const when = moment(item.submittedAt ?? item.startedAt, new Date());
  return (
    <tr>
      <td className={styles.tick}>
        <input
          type="checkbox"
          aria-label={`Compare ${item.title}, ${when}`}
          checked={chosen}
          disabled={item.state !== 'graded'}
          onChange={() => onChoose(item)}
        />
      </td>
      <td className={styles.question}>
        <Link to="/attempts/$id" params={{ id: item.id }}>
          {item.title}
        </Link>
      </td>
      <td className={styles.when}>{when}</td>
      <td className={styles.grade}>
        <Outcome item={item} />
      </td>
      <td className="figure number">{item.score === null ? '' : Math.round(item.score * 100)}</td>
      <td className={`figure number ${styles.minor ?? ''}`}>{item.selfScore ?? ''}</td>
      <td className={`figure number ${styles.minor ?? ''}`}>{item.answerWords}</td>
      <td className={`figure number ${styles.minor ?? ''}`}>{clock(item.elapsedSeconds)}</td>
      <td className={styles.delete}>
        <button type="button" className="button plain small" onClick={() => onDelete(item)}>
          Delete
          <span className="visually-hidden">
            {' '}
            {item.title}, {when}
          </span>
        </button>
      </td>
    </tr>
  );
}

function Outcome({ item }: { readonly item: AttemptSummary }) {
  if (item.state === 'graded') return <BandBadge band={item.band} />;
  return <span className="muted">{item.state === 'drafting' ? 'Draft' : 'Waiting for your score'}</span>;
}
