import { type QueryClient, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { forgetLabProgress, labQueries } from '#web/ui/api/lab-queries.ts';
import type { LabSessionOutline } from '#web/ui/api/lab-types.ts';
import { Goes } from '#web/ui/goes.tsx';
import { type Column, MinorCell } from '#web/ui/record-table.tsx';
import { points } from './lab-labels.ts';

const columns: readonly Column[] = [
  { title: 'State' },
  { title: 'Spot', figure: true },
  { title: 'Fix', figure: true },
  { title: 'Explain', figure: true },
  { title: 'Score', figure: true },
];

const deletion = {
  lost: 'The findings, the fix and the results',
  remove: labCalls.remove,
  onGone: (client: QueryClient, id: string): void => {
    client.removeQueries({ queryKey: labQueries.session(id).queryKey });
    forgetLabProgress(client);
  },
};

type Props = { /** Only the goes at this lab. */ readonly lab?: string };

/** The goes at labs, newest first; nothing where there is none. */
export function LabSessions({ lab }: Props) {
  const { data } = useQuery(labQueries.sessions());
  return (
    <Goes
      title={lab === undefined ? 'Labs' : 'Before'}
      at="Lab"
      goes={(data?.sessions ?? []).filter((session) => lab === undefined || session.lab === lab)}
      link={({ id, lab: slug, title }) => (
        <Link to="/labs/$slug" params={{ slug }} search={{ session: id }}>
          {title}
        </Link>
      )}
      columns={columns}
      cells={(session) => <Standing session={session} />}
      deletion={deletion}
    />
  );
}

const shown = (score: number | null): string => (score === null ? '' : String(points(score)));

function stateText({ state, passedAt, gaveUpAt }: LabSessionOutline): string {
  if (passedAt !== null) return state === 'open' ? 'Fixed, open' : 'Solved';
  if (gaveUpAt !== null) return 'Solution shown';
  return state === 'open' ? 'Open' : 'Left off';
}

function Standing({ session }: { readonly session: LabSessionOutline }) {
  const { scores, score } = session;
  return (
    <>
      <td>{stateText(session)}</td>
      <MinorCell>{shown(scores.review)}</MinorCell>
      <MinorCell>{shown(scores.fix)}</MinorCell>
      <MinorCell>{shown(scores.explanation)}</MinorCell>
      <td className="figure number">{shown(score)}</td>
    </>
  );
}
