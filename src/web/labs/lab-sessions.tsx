import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { forgetLabProgress, labQueries } from '#web/ui/api/lab-queries.ts';
import type { LabSessionOutline } from '#web/ui/api/lab-types.ts';
import { DeleteDialog } from '#web/ui/delete-dialog.tsx';
import { clock, moment } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';
import { Section } from '#web/ui/section.tsx';
import { points } from './lab-labels.ts';
import styles from './lab-sessions.module.css';

type Props = { /** Only the goes at this lab. */ readonly lab?: string };

/** The goes at labs, newest first; nothing where there is none. */
export function LabSessions({ lab }: Props) {
  const { data } = useQuery(labQueries.sessions());
  const [doomed, setDoomed] = useState<LabSessionOutline | null>(null);
  const sessions = (data?.sessions ?? []).filter((session) => lab === undefined || session.lab === lab);
  if (sessions.length === 0) return null;
  return (
    <Section title={lab === undefined ? 'Labs' : 'Before'} note={plural(sessions.length, 'go', 'goes')}>
      <table className={`table ${styles.sessions ?? ''}`}>
        <thead>
          <tr>
            <th scope="col">Lab</th>
            <th scope="col">When</th>
            <th scope="col">State</th>
            <th scope="col" className="figure">
              Spot
            </th>
            <th scope="col" className="figure">
              Fix
            </th>
            <th scope="col" className="figure">
              Explain
            </th>
            <th scope="col" className="figure">
              Score
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
          {sessions.map((session) => (
            <Row key={session.id} session={session} onDelete={() => setDoomed(session)} />
          ))}
        </tbody>
      </table>
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
      <td className={styles.lab}>
        <Link to="/labs/$slug" params={{ slug: session.lab }} search={{ session: session.id }}>
          {session.title}
        </Link>
      </td>
      <td className={styles.when}>{when}</td>
      <td>{stateText(session)}</td>
      <td className={`figure number ${styles.minor ?? ''}`}>{shown(session.scores.review)}</td>
      <td className={`figure number ${styles.minor ?? ''}`}>{shown(session.scores.fix)}</td>
      <td className={`figure number ${styles.minor ?? ''}`}>{shown(session.scores.explanation)}</td>
      <td className="figure number">{shown(session.score)}</td>
      <td className={`figure number ${styles.minor ?? ''}`}>{clock(session.elapsedSeconds)}</td>
      <td className={styles.delete}>
        <button type="button" className="button plain small" onClick={onDelete}>
          Delete
          <span className="visually-hidden">
            {' '}
            {session.title}, {when}
          </span>
        </button>
      </td>
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
