import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { AttemptView, ProbeView, Result } from '#web/ui/api/types.ts';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import { AnsweredProbe } from './answered-probe.tsx';
import { ProbeEditor } from './probe-editor.tsx';
import styles from './probes.module.css';

type Props = { readonly attempt: AttemptView; readonly result: Result };

/** The interviewer asks on: one question at a time, as in the room. */
export function Probes({ attempt, result }: Props) {
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => calls.nextProbe(attempt.id),
    onSettled: () => client.invalidateQueries({ queryKey: queries.attempt(attempt.id).queryKey }),
  });
  const dialogue = useRef<HTMLOListElement>(null);
  /** The field goes with the reply, and the focus to its verdict. */
  const refresh = async (): Promise<void> => {
    forgetProgress(client);
    await client.invalidateQueries({ queryKey: queries.attempt(attempt.id).queryKey });
    requestAnimationFrame(() => dialogue.current?.querySelector<HTMLElement>('li:last-child')?.focus());
  };
  const open = result.probes.find((probe) => probe.answeredAt === null);
  const answered = result.probes.filter((probe) => probe.answeredAt !== null);
  if (result.probes.length === 0 && result.nextProbe === 'none') return null;
  return (
    <Section title="The interviewer asks on" note="What you add now counts apart, as prompted.">
      <ol ref={dialogue} className={styles.dialogue}>
        {answered.map((probe) => (
          <li key={probe.ordinal} tabIndex={-1}>
            <AnsweredProbe probe={probe} />
          </li>
        ))}
        {open ? (
          <li key={open.ordinal}>
            <ProbeEditor
              key={open.ordinal}
              attempt={attempt.id}
              probe={open}
              onAnswered={() => void refresh()}
            />
          </li>
        ) : null}
      </ol>
      {!open && result.nextProbe === 'available' ? (
        <button
          type="button"
          className="button primary"
          disabled={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {answered.length === 0 ? 'Hear the first follow-up' : 'Next follow-up'}
        </button>
      ) : null}
      {!open && result.nextProbe === 'none' ? <p className="muted">{closing(answered)}</p> : null}
      {ask.isError ? <Problem error={ask.error} /> : null}
    </Section>
  );
}

function closing(answered: readonly ProbeView[]): string {
  const won = answered.filter((probe) => probe.grade?.met === 'yes').length;
  if (won === 0) return 'The interviewer has no more questions.';
  return `The interviewer has no more questions. ${won} of ${answered.length} replies earned credit.`;
}
