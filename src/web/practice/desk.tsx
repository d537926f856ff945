import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { AttemptView } from '#web/ui/api/types.ts';
import { Conflict } from '#web/ui/drafts/conflict.tsx';
import { conflictOf } from '#web/ui/drafts/conflict-of.ts';
import { saveStateOf } from '#web/ui/drafts/draft.ts';
import { useDraft } from '#web/ui/drafts/use-draft.ts';
import { Page } from '#web/ui/page.tsx';
import { Prompt } from '#web/ui/prompt.tsx';
import { QuestionMeta } from '#web/ui/question-meta.tsx';
import { Snippet } from '#web/ui/snippet.tsx';
import { Problem } from '#web/ui/states.tsx';
import { TimerView } from '#web/ui/timer/timer-view.tsx';
import { useTimer } from '#web/ui/timer/use-timer.ts';
import { Editor } from './editor.tsx';
import { Gone } from './gone.tsx';
import styles from './practice.module.css';
import { saveDraft } from './save-draft.ts';

type Props = { readonly attempt: AttemptView; readonly running: boolean };

/** Where the answer is written: the question, the clock, the field. */
export function Desk({ attempt, running }: Props) {
  const { question } = attempt;
  const watch = useTimer(attempt.elapsedSeconds, running);
  const { keeper, draft } = useDraft(attempt.id, attempt, {
    save: (stored, last) => saveDraft(attempt.id, stored, last),
    elapsedSeconds: watch.elapsed,
  });
  const client = useQueryClient();
  const navigate = useNavigate();
  const submit = useMutation({
    mutationFn: async () => calls.submit(attempt.id, await keeper.settle()),
    onSuccess: (submitted) => {
      keeper.finish();
      client.setQueryData(queries.attempt(attempt.id).queryKey, submitted);
      forgetProgress(client);
      void navigate({ to: '/attempts/$id', params: { id: attempt.id }, replace: true });
    },
    onError: (error) => {
      const current = conflictOf(error);
      if (current) keeper.conflict(current);
    },
  });
  const edit = (text: { answer?: string; notes?: string }): void => {
    watch.start();
    keeper.edit(text);
  };
  return (
    <Page
      title={question.title}
      lead={<QuestionMeta question={question} />}
      wide={question.snippet !== undefined}
    >
      <div className={question.snippet ? styles.withCode : undefined}>
        <div className={styles.asked}>
          <Prompt text={question.prompt} />
          {question.snippet ? <Snippet snippet={question.snippet} /> : null}
        </div>
        <div className={styles.desk}>
          <TimerView watch={watch} limitSeconds={question.minutes * 60} />
          {keeper.recovered && !draft.theirs ? (
            <p className={styles.recovered}>
              Words that had not reached Hotseat were found in this browser and put back.
            </p>
          ) : null}
          {draft.gone ? <Gone attempt={attempt.id} text={draft.text} /> : null}
          {draft.theirs ? (
            <Conflict mine={draft.text} theirs={draft.theirs} onChoose={(choice) => keeper.resolve(choice)} />
          ) : (
            <Editor
              text={draft.text}
              state={saveStateOf(draft)}
              busy={submit.isPending}
              autoFocus={running}
              onEdit={edit}
              onSubmit={() => submit.mutate()}
            />
          )}
          {submit.isError && !conflictOf(submit.error) ? <Problem error={submit.error} /> : null}
        </div>
      </div>
    </Page>
  );
}
