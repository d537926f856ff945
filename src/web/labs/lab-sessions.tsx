import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { forgetLabProgress, labQueries } from '#web/ui/api/lab-queries.ts';
import type { LabSessionOutline } from '#web/ui/api/lab-types.ts';
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
import { points } from './lab-labels.ts';

const columns: readonly Column[] = [
  { title: 'Lab' },
  { title: 'When' },
  { title: 'State' },
  { title: 'Spot', figure: true },
  { title: 'Fix', figure: true },
  { title: 'Explain', figure: true },
  { title: 'Score', figure: true },
  { title: 'Time', figure: true },
  { title: 'Delete', silent: true },
];

type Props = { /** Only the goes at this lab. */ readonly lab?: string };

/** The goes at labs, newest first; nothing where there is none. */
export function LabSessions({ lab }: Props) {
  const { data } = useQuery(labQueries.sessions());
  const [doomed, setDoomed] = useState<LabSessionOutline | null>(null);
  const sessions = (data?.sessions ?? []).filter((session) => lab === undefined || session.lab === lab);
  if (sessions.length === 0) return null;
  return (
    <Section title={lab === undefined ? 'Labs' : 'Before'} note={plural(sessions.length, 'go', 'goes')}>
      <RecordTable columns={columns}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} onDelete={() => setDoomed(session)} />
        ))}
      </RecordTable>
      {doomed ? <DeleteSession session={doomed} onClose={() => setDoomed(null)} /> : null}
    </Section>
  );
}

const shown = (score: number | null): string => (score === null ? '' : String(points(score)));

function stateText({ state, passedAt, gaveUpAt }: LabSessionOutline): string {
  if (passedAt !== null) return state === 'open' ? 'Fixed, open' : 'Solved';
  if (gaveUpAt !== null) return 'Solution shown';
  return state === 'open' ? 'Open' : 'Left off';
}

type RowProps = { readonly session: LabSessionOutline; readonly onDelete: () => void };

function Row({ session, onDelete }: RowProps) {
  const when = moment(session.startedAt, new Date());
  return (
    <tr>
      <NameCell>
        <Link to="/labs/$slug" params={{ slug: session.lab }} search={{ session: session.id }}>
          {session.title}
        </Link>
      </NameCell>
      <WhenCell>{when}</WhenCell>
      <td>{stateText(session)}</td>
      <MinorCell>{shown(session.scores.review)}</MinorCell>
      <MinorCell>{shown(session.scores.fix)}</MinorCell>
      <MinorCell>{shown(session.scores.explanation)}</MinorCell>
      <td className="figure number">{shown(session.score)}</td>
      <MinorCell>{clock(session.elapsedSeconds)}</MinorCell>
      <DeleteCell what={`${session.title}, ${when}`} onDelete={onDelete} />
    </tr>
  );
}

type DeleteProps = { readonly session: LabSessionOutline; readonly onClose: () => void };

function DeleteSession({ session, onClose }: DeleteProps) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => labCalls.remove(session.id),
    onSuccess: () => {
      client.removeQueries({ queryKey: labQueries.session(session.id).queryKey });
      forgetLabProgress(client);
      onClose();
    },
  });
  return (
    <DeleteDialog title="Delete this go?" action="Delete for good" deletion={deletion} onClose={onClose}>
      <p>The findings, the fix and the results of “{session.title}” from this go are gone for good then.</p>
    </DeleteDialog>
  );
}
