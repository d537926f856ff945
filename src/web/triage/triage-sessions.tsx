import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { triageCalls } from '#web/ui/api/triage-calls.ts';
import { forgetTriageProgress, triageQueries } from '#web/ui/api/triage-queries.ts';
import type { TriageSessionOutline } from '#web/ui/api/triage-types.ts';
import { DeleteDialog } from '#web/ui/delete-dialog.tsx';
import { clock, moment } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';
import {
  type Column,
  DeleteCell,
  MinorCell,
  NameCell,
  RecordTable,
  WhenCell,
} from '#web/ui/record-table.tsx';
import { Section } from '#web/ui/section.tsx';
import { points } from './triage-labels.ts';

const columns: readonly Column[] = [
  { title: 'Set' },
  { title: 'When' },
  { title: 'State' },
  { title: 'Score', figure: true },
  { title: 'Time', figure: true },
  { title: 'Delete', silent: true },
];

type Props = { /** Only the goes at this set. */ readonly set?: string };

/** The goes at triage sets, newest first; nothing where there is none. */
export function TriageSessions({ set }: Props) {
  const { data } = useQuery(triageQueries.sessions());
  const [doomed, setDoomed] = useState<TriageSessionOutline | null>(null);
  const sessions = (data?.items ?? []).filter((each) => set === undefined || each.set === set);
  if (sessions.length === 0) return null;
  return (
    <Section title={set === undefined ? 'Triage' : 'Before'} note={plural(sessions.length, 'go', 'goes')}>
      <RecordTable columns={columns}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} onDelete={() => setDoomed(session)} />
        ))}
      </RecordTable>
      {doomed ? <DeleteSession session={doomed} onClose={() => setDoomed(null)} /> : null}
    </Section>
  );
}

type RowProps = { readonly session: TriageSessionOutline; readonly onDelete: () => void };

function Row({ session: { id, set, title, state, score, startedAt, elapsedSeconds }, onDelete }: RowProps) {
  const when = moment(startedAt, new Date());
  return (
    <tr>
      <NameCell>
        <Link to="/triage/$slug" params={{ slug: set }} search={{ session: id }}>
          {title}
        </Link>
      </NameCell>
      <WhenCell>{when}</WhenCell>
      <td>{state === 'open' ? 'Open' : 'Graded'}</td>
      <td className="figure number">{score === null ? '' : points(score)}</td>
      <MinorCell>{clock(elapsedSeconds)}</MinorCell>
      <DeleteCell what={`${title}, ${when}`} onDelete={onDelete} />
    </tr>
  );
}

type DeleteProps = { readonly session: TriageSessionOutline; readonly onClose: () => void };

function DeleteSession({ session, onClose }: DeleteProps) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => triageCalls.remove(session.id),
    onSuccess: () => {
      client.removeQueries({ queryKey: triageQueries.session(session.id).queryKey });
      forgetTriageProgress(client);
      onClose();
    },
  });
  return (
    <DeleteDialog title="Delete this go?" action="Delete for good" deletion={deletion} onClose={onClose}>
      <p>The order, the reasons and the grade of “{session.title}” from this go are gone for good then.</p>
    </DeleteDialog>
  );
}
