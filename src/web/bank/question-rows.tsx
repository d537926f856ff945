import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { QuestionSummary } from '#web/ui/api/types.ts';
import { BandBadge } from '#web/ui/band-badge.tsx';
import { categoryLabels, formatLabels, statusLabels } from '#web/ui/labels.ts';
import { Minutes } from '#web/ui/minutes.tsx';
import styles from './bank.module.css';

type Props = { readonly items: readonly QuestionSummary[]; readonly stale: boolean };

/** Arrow keys walk the rows, and above the first one is the search field. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const here = rows.findIndex((row) => row.matches(':focus'));
  if (here < 0) return;
  event.preventDefault();
  if (event.key === 'ArrowUp' && here === 0) document.getElementById('bank-search')?.focus();
  const there = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
  rows[there ?? here]?.focus();
}

export function QuestionRows({ items, stale }: Props) {
  return (
    <ul className={styles.rows} data-stale={stale || undefined} onKeyDown={walk}>
      {items.map((item) => (
        <Row key={item.slug} item={item} />
      ))}
    </ul>
  );
}

function Row({ item }: { readonly item: QuestionSummary }) {
  return (
    <li className={styles.row}>
      <div className={styles.standing}>
        <span className={styles.status} data-status={item.status}>
          {statusLabels[item.status]}
        </span>
        {item.lastBand ? <BandBadge band={item.lastBand} /> : null}
      </div>
      <div className={styles.what}>
        <Link to="/practice/$slug" params={{ slug: item.slug }} data-row className={styles.title}>
          {item.title}
        </Link>
        <p className={styles.opening}>{item.opening}</p>
      </div>
      <span className={styles.kind}>
        {item.own ? 'Own question' : categoryLabels[item.category]}
        <br />
        {formatLabels[item.format]}
      </span>
      <span className={styles.size}>
        <Minutes value={item.minutes} />
        <span title={`Difficulty ${item.difficulty} of 5`}>
          <span aria-hidden="true">{'●'.repeat(item.difficulty) + '○'.repeat(5 - item.difficulty)}</span>
          <span className="visually-hidden">difficulty {item.difficulty} of 5</span>
        </span>
      </span>
    </li>
  );
}
