import { Link } from '@tanstack/react-router';
import type { AttemptSummary } from '#web/ui/api/types.ts';
import { BandBadge } from '#web/ui/band-badge.tsx';
import { clock, moment } from '#web/ui/format-time.ts';
import {
  type Column,
  DeleteCell,
  MinorCell,
  NameCell,
  RecordTable,
  WhenCell,
} from '#web/ui/record-table.tsx';
import styles from './history.module.css';

const columns: readonly Column[] = [
  { title: 'Compare', silent: true },
  { title: 'Question' },
  { title: 'When' },
  { title: 'Grade' },
  { title: 'Score', figure: true },
  { title: 'You said', figure: true },
  { title: 'Words', figure: true },
  { title: 'Time', figure: true },
  { title: 'Delete', silent: true },
];

type Props = {
  readonly items: readonly AttemptSummary[];
  readonly chosen: readonly string[];
  readonly onChoose: (attempt: AttemptSummary) => void;
  readonly onDelete: (attempt: AttemptSummary) => void;
};

export function AttemptTable({ items, chosen, onChoose, onDelete }: Props) {
  return (
    <RecordTable columns={columns} ticks>
      {items.map((item) => (
        <Row
          key={item.id}
          item={item}
          chosen={chosen.includes(item.id)}
          onChoose={onChoose}
          onDelete={onDelete}
        />
      ))}
    </RecordTable>
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
      <NameCell>
        <Link to="/attempts/$id" params={{ id: item.id }}>
          {item.title}
        </Link>
      </NameCell>
      <WhenCell>{when}</WhenCell>
      <td>
        <Outcome item={item} />
      </td>
      <td className="figure number">{item.score === null ? '' : Math.round(item.score * 100)}</td>
      <MinorCell>{item.selfScore ?? ''}</MinorCell>
      <MinorCell>{item.answerWords}</MinorCell>
      <MinorCell>{clock(item.elapsedSeconds)}</MinorCell>
      <DeleteCell what={`${item.title}, ${when}`} onDelete={() => onDelete(item)} />
    </tr>
  );
}

function Outcome({ item }: { readonly item: AttemptSummary }) {
  if (item.state === 'graded') return <BandBadge band={item.band} />;
  return <span className="muted">{item.state === 'drafting' ? 'Draft' : 'Waiting for your score'}</span>;
}
