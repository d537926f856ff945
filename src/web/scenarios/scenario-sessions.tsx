import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { forgetScenarioProgress, scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import type { ScenarioSessionOutline } from '#web/ui/api/scenario-types.ts';
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
import { modeLabels, points } from './scenario-labels.ts';

const columns: readonly Column[] = [
  { title: 'Scenario' },
  { title: 'When' },
  { title: 'Mode' },
  { title: 'State' },
  { title: 'Score', figure: true },
  { title: 'Time', figure: true },
  { title: 'Delete', silent: true },
];

const states = { open: 'Open', asked: 'Handed in', closed: 'Graded' } as const;

type Props = { /** Only the goes at this scenario. */ readonly scenario?: string };

/** The goes at scenarios, newest first; nothing where there is none. */
export function ScenarioSessions({ scenario }: Props) {
  const { data } = useQuery(scenarioQueries.sessions());
  const [doomed, setDoomed] = useState<ScenarioSessionOutline | null>(null);
  const sessions = (data?.items ?? []).filter((each) => scenario === undefined || each.scenario === scenario);
  if (sessions.length === 0) return null;
  return (
    <Section
      title={scenario === undefined ? 'Design rounds' : 'Before'}
      note={plural(sessions.length, 'go', 'goes')}
    >
      <RecordTable columns={columns}>
        {sessions.map((session) => (
          <Row key={session.id} session={session} onDelete={() => setDoomed(session)} />
        ))}
      </RecordTable>
      {doomed ? <DeleteSession session={doomed} onClose={() => setDoomed(null)} /> : null}
    </Section>
  );
}

type RowProps = { readonly session: ScenarioSessionOutline; readonly onDelete: () => void };

function Row({ session, onDelete }: RowProps) {
  const { id, scenario, title, mode, state, score } = session;
  const when = moment(session.startedAt, new Date());
  const to = mode === 'spot' ? '/scenarios/$slug/spot' : '/scenarios/$slug';
  return (
    <tr>
      <NameCell>
        <Link to={to} params={{ slug: scenario }} search={{ session: id }}>
          {title}
        </Link>
      </NameCell>
      <WhenCell>{when}</WhenCell>
      <td>{modeLabels[mode]}</td>
      <td>{states[state]}</td>
      <td className="figure number">{score === null ? '' : points(score)}</td>
      <MinorCell>{clock(session.elapsedSeconds)}</MinorCell>
      <DeleteCell what={`${title}, ${when}`} onDelete={onDelete} />
    </tr>
  );
}

type DeleteProps = { readonly session: ScenarioSessionOutline; readonly onClose: () => void };

function DeleteSession({ session, onClose }: DeleteProps) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => scenarioCalls.remove(session.id),
    onSuccess: () => {
      client.removeQueries({ queryKey: scenarioQueries.session(session.id).queryKey });
      forgetScenarioProgress(client);
      onClose();
    },
  });
  return (
    <DeleteDialog title="Delete this go?" action="Delete for good" deletion={deletion} onClose={onClose}>
      <p>The model, the questions and the grade of “{session.title}” from this go are gone for good then.</p>
    </DeleteDialog>
  );
}
