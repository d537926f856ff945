import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { triageQueries } from '#web/ui/api/triage-queries.ts';
import type { TriageItem } from '#web/ui/api/triage-types.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { RowSize, RowStatus } from '#web/ui/row-parts.tsx';
import rows from '#web/ui/rows.module.css';
import session from '#web/ui/session-row.module.css';
import { Empty } from '#web/ui/states.tsx';
import { points, triageStatusLabels } from '../triage-labels.ts';
import styles from './list.module.css';

export function TriagePage() {
  const query = useQuery(triageQueries.sets());
  return (
    <Page
      title="Triage"
      wide
      lead="Findings of scanners, a penetration test and reports from outside, and a sprint with room for four. Rank them, choose, say why, and reject what is no flaw."
    >
      <QueryView query={query} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No triage set is installed">
              Sets come with packs. Look under Settings whether one has problems.
            </Empty>
          ) : (
            <ul className={rows.rows}>
              {items.map((item) => (
                <Row key={item.slug} item={item} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}

const fills = { new: 'none', started: 'half', done: 'full' } as const;

function Row({ item }: { readonly item: TriageItem }) {
  const { slug, title, status, bestScore, findings, minutes, difficulty } = item;
  return (
    <li className={`${rows.row ?? ''} ${styles.row ?? ''}`}>
      <div className={session.standing}>
        <RowStatus className={session.status} status={status} fill={fills[status]}>
          {triageStatusLabels[status]}
        </RowStatus>
        {bestScore === null ? null : <span className="number">best {points(bestScore)} / 100</span>}
      </div>
      <Link to="/triage/$slug" params={{ slug }} className={rows.title}>
        {title}
      </Link>
      <span className={rows.kind}>{findings} findings</span>
      <RowSize className={session.size} minutes={minutes} difficulty={difficulty} />
    </li>
  );
}
