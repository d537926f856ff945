import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { QuestionSummary } from '#web/ui/api/types.ts';
import { BandBadge } from '#web/ui/band-badge.tsx';
import { categoryLabels, formatLabels, statusLabels } from '#web/ui/labels.ts';
import { RowSize, RowStatus } from '#web/ui/row-parts.tsx';
import shared from '#web/ui/rows.module.css';
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
    <ul
      className={`${shared.rows ?? ''} ${styles.rows ?? ''}`}
      data-stale={stale || undefined}
      onKeyDown={walk}
    >
      {items.map((item) => (
        <Row key={item.slug} item={item} />
      ))}
    </ul>
  );
}

const fills = { new: 'none', resting: 'none', due: 'full', weak: 'half', strong: 'full' } as const;

function Row({ item }: { readonly item: QuestionSummary }) {
  return (
    <li className={`${shared.row ?? ''} ${styles.row ?? ''}`}>
      <div className={`${shared.standing ?? ''} ${styles.standing ?? ''}`}>
        <RowStatus className={styles.status} status={item.status} fill={fills[item.status]}>
          {statusLabels[item.status]}
        </RowStatus>
        {item.lastBand ? <BandBadge band={item.lastBand} /> : null}
      </div>
      <div className={styles.what}>
        <Link to="/practice/$slug" params={{ slug: item.slug }} data-row className={shared.title}>
          {item.title}
        </Link>
        <p className={styles.opening}>{item.opening}</p>
      </div>
      <span className={`${shared.kind ?? ''} ${styles.kind ?? ''}`}>
        {item.own ? 'Own question' : categoryLabels[item.category]}
        <br />
        {formatLabels[item.format]}
      </span>
      <RowSize className={styles.size} minutes={item.minutes} difficulty={item.difficulty} />
    </li>
  );
}
