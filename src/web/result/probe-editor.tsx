import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { longestAnswer } from '#core/content/answer.ts';
import { calls } from '#web/ui/api/calls.ts';
import type { ProbeView } from '#web/ui/api/types.ts';
import { Conflict } from '#web/ui/drafts/conflict.tsx';
import { outcomeOf } from '#web/ui/drafts/conflict-of.ts';
import { isTooLong, saveStateOf } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { useDraft } from '#web/ui/drafts/use-draft.ts';
import { LengthNote } from '#web/ui/length/length-note.tsx';
import { Problem } from '#web/ui/states.tsx';
import styles from './probes.module.css';

type Props = { readonly attempt: string; readonly probe: ProbeView; readonly onAnswered: () => void };

export function ProbeEditor({ attempt, probe, onAnswered }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const server = { answer: probe.answer, notes: '', elapsedSeconds: 0, revision: probe.revision };
  const { keeper, draft } = useDraft(`probe-${probe.ordinal}.${attempt}`, server, {
    save: ({ answer, revision }) =>
      outcomeOf(calls.saveProbeDraft(attempt, probe.ordinal, { answer, revision })),
    elapsedSeconds: () => 0,
  });
  const send = useMutation({
    mutationFn: async () => calls.answerProbe(attempt, probe.ordinal, (await keeper.settle()).answer),
    onSuccess: () => {
      keeper.finish();
      onAnswered();
    },
  });
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const unfit = draft.text.answer.trim() === '' || isTooLong(draft.text);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !unfit && !send.isPending) send.mutate();
  };
  if (draft.theirs) {
    return <Conflict mine={draft.text} theirs={draft.theirs} onChoose={(choice) => keeper.resolve(choice)} />;
  }
  return (
    <div className={styles.turn}>
      <p className={styles.question} id={`probe-${probe.ordinal}`}>
        {probe.prompt}
      </p>
      <label htmlFor="reply" className="muted small">
        Your reply
      </label>
      <textarea
        ref={field}
        id="reply"
        className={`input ${styles.field ?? ''}`}
        aria-describedby={`probe-${probe.ordinal} reply-length`}
        value={draft.text.answer}
        onChange={(event) => keeper.edit({ answer: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <LengthNote id="reply-length" text={draft.text.answer} limit={longestAnswer} />
      <div className={styles.line}>
        <button
          type="button"
          className="button primary"
          disabled={unfit || send.isPending}
          onClick={() => send.mutate()}
        >
          Reply <kbd>Ctrl ⏎</kbd>
        </button>
        <SaveStateLine state={saveStateOf(draft)} />
      </div>
      {send.isError ? <Problem error={send.error} /> : null}
    </div>
  );
}
