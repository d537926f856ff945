import { type QueryClient, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { triageCalls } from '#web/ui/api/triage-calls.ts';
import { forgetTriageProgress, triageQueries } from '#web/ui/api/triage-queries.ts';
import { Goes } from '#web/ui/goes.tsx';
import type { Column } from '#web/ui/record-table.tsx';
import { points } from './triage-labels.ts';

const columns: readonly Column[] = [{ title: 'State' }, { title: 'Score', figure: true }];

const deletion = {
  lost: 'The order, the reasons and the grade',
  remove: triageCalls.remove,
  onGone: (client: QueryClient, id: string): void => {
    client.removeQueries({ queryKey: triageQueries.session(id).queryKey });
    forgetTriageProgress(client);
  },
};

type Props = { /** Only the goes at this set. */ readonly set?: string };

/** The goes at triage sets, newest first; nothing where there is none. */
export function TriageSessions({ set }: Props) {
  const { data } = useQuery(triageQueries.sessions());
  return (
    <Goes
      title={set === undefined ? 'Triage' : 'Before'}
      at="Set"
      goes={(data?.items ?? []).filter((each) => set === undefined || each.set === set)}
      link={({ id, set: slug, title }) => (
        <Link to="/triage/$slug" params={{ slug }} search={{ session: id }}>
          {title}
        </Link>
      )}
      columns={columns}
      cells={({ state, score }) => (
        <>
          <td>{state === 'open' ? 'Open' : 'Graded'}</td>
          <td className="figure number">{score === null ? '' : points(score)}</td>
        </>
      )}
      deletion={deletion}
    />
  );
}
