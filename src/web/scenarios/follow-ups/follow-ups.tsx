import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { longestAnswer } from '#core/content/answer.ts';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { forgetScenarioProgress, scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import type { ScenarioSession, ScenarioView } from '#web/ui/api/scenario-types.ts';
import { outcomeOf } from '#web/ui/drafts/conflict-of.ts';
import { saveStateOf } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { useDraft } from '#web/ui/drafts/use-draft.ts';
import { TextField } from '#web/ui/length/text-field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Problem } from '#web/ui/states.tsx';
import styles from './follow-ups.module.css';

type Props = { readonly scenario: ScenarioView; readonly session: ScenarioSession };

/** After the hand-in and before the grade: what the interviewer still wants to know, one after the other. */
export function FollowUps({ scenario, session }: Props) {
  const { followUps } = session;
  const first = followUps.findIndex(({ answered }) => !answered);
  const [passed, setPassed] = useState(0);
  const at = Math.max(first === -1 ? followUps.length : first, passed);
  const current = followUps[at];
  const show = useShow(session);
  return (
    <Page
      title="Follow-ups"
      documentTitle={`${scenario.title}, follow-ups`}
      lead="Your model is handed in. Before the grade, the interviewer asks a few things."
    >
      <div className={styles.page}>
        {current ? (
          <Reply
            key={at}
            session={session}
            ordinal={at}
            prompt={current.prompt}
            onPass={() => setPassed(at + 1)}
          />
        ) : (
          <p>That was all.</p>
        )}
        <div className="buttons">
          <button
            type="button"
            className={current ? 'button' : 'button primary'}
            disabled={show.isPending}
            onClick={() => show.mutate()}
          >
            Show the grade
          </button>
          {current ? <span className="muted small">What you leave out stays unanswered.</span> : null}
        </div>
        {show.isError ? <Problem error={show.error} /> : null}
      </div>
    </Page>
  );
}

function useShow(session: ScenarioSession) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => scenarioCalls.showGrade(session.id),
    onSuccess: (closed) => {
      client.setQueryData(scenarioQueries.session(session.id).queryKey, closed);
      forgetScenarioProgress(client);
      window.scrollTo({ top: 0, behavior: 'instant' });
    },
  });
}

/** Keeps a reply while it is written: in this browser at once, on the server at each pause. */
function useReply(session: ScenarioSession, ordinal: number) {
  const stored = {
    answer: session.followUps[ordinal]?.answer ?? '',
    notes: '',
    elapsedSeconds: 0,
    revision: 0,
  };
  return useDraft(`reply-${session.id}-${ordinal}`, stored, {
    save: ({ answer, revision }, last) =>
      outcomeOf(scenarioCalls.saveReply(session.id, ordinal, answer, last).then(() => ({ revision }))),
    elapsedSeconds: () => 0,
  });
}

type ReplyProps = {
  readonly session: ScenarioSession;
  readonly ordinal: number;
  readonly prompt: string;
  readonly onPass: () => void;
};

function Reply({ session, ordinal, prompt, onPass }: ReplyProps) {
  const client = useQueryClient();
  const { keeper, draft } = useReply(session, ordinal);
  const { answer } = draft.text;
  const reply = useMutation({
    mutationFn: async () => {
      await keeper.settle();
      return scenarioCalls.reply(session.id, ordinal, answer);
    },
    onSuccess: (next) => {
      keeper.finish();
      client.setQueryData(scenarioQueries.session(session.id).queryKey, next);
    },
  });
  const isReady = answer.trim() !== '' && answer.length <= longestAnswer && !reply.isPending;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) reply.mutate();
  };
  return (
    <form onSubmit={onSubmit} className={styles.reply}>
      <p className="muted small">
        {ordinal + 1} of {session.followUps.length}
      </p>
      <h2>{prompt}</h2>
      <TextField
        id={`reply-${ordinal}`}
        label="Your reply"
        limit={longestAnswer}
        rows={4}
        value={answer}
        onChange={(next) => keeper.edit({ answer: next })}
      />
      <span className="small">
        <SaveStateLine state={saveStateOf(draft)} />
      </span>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={!isReady}>
          Reply
        </button>
        <button type="button" className="button" onClick={onPass}>
          Pass
        </button>
      </div>
      {reply.isError ? <Problem error={reply.error} /> : null}
    </form>
  );
}
