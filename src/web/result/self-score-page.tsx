import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { countWords } from '#core/content/answer.ts';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { AttemptView } from '#web/ui/api/types.ts';
import { clock } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { Prompt } from '#web/ui/prompt.tsx';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import { type SelfScore, selfScoreAnchors } from './anchors.ts';
import styles from './self-score.module.css';

/** The digits choose, wherever the focus is. */
function useDigits(choose: (score: SelfScore) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLDialogElement) return;
      const anchor = selfScoreAnchors.find(({ score }) => String(score) === event.key);
      if (!anchor) return;
      choose(anchor.score);
      document.getElementById(`score-${anchor.score}`)?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [choose]);
}

export function SelfScorePage({ attempt }: { readonly attempt: AttemptView }) {
  const [score, setScore] = useState<SelfScore | null>(null);
  const client = useQueryClient();
  useDigits(setScore);
  const send = useMutation({
    mutationFn: (own: SelfScore) => calls.scoreOneself(attempt.id, own),
    onSuccess: (graded) => {
      client.setQueryData(queries.attempt(attempt.id).queryKey, graded);
      forgetProgress(client);
      window.scrollTo({ top: 0 });
      // The pressed button goes with this page.
      document.getElementById('main')?.focus({ preventScroll: true });
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (score !== null) send.mutate(score);
  };
  return (
    <Page
      title="How did that go?"
      documentTitle="Score yourself"
      lead="Say so before you see the grade. The gap between the two is worth more than either."
    >
      <form onSubmit={onSubmit} className={styles.form}>
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">Your own score</legend>
          {selfScoreAnchors.map((anchor) => (
            <label
              key={anchor.score}
              className={styles.choice}
              data-chosen={score === anchor.score || undefined}
            >
              <input
                id={`score-${anchor.score}`}
                type="radio"
                name="score"
                value={anchor.score}
                checked={score === anchor.score}
                onChange={() => setScore(anchor.score)}
              />
              <span className={styles.digit}>{anchor.score}</span>
              <span>
                <strong>{anchor.title}</strong>
                <span className={styles.meaning}>{anchor.meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="buttons">
          <button type="submit" className="button primary" disabled={score === null || send.isPending}>
            Show the grade
          </button>
          <span className="muted small">Keys 1 to 4 choose, Enter confirms.</span>
        </div>
        {send.isError ? <Problem error={send.error} /> : null}
      </form>
      <Section title="What you were asked">
        <Prompt text={attempt.question.prompt} size="medium" />
      </Section>
      <Section
        title="What you said"
        note={`${plural(countWords(attempt.answer), 'word')} in ${clock(attempt.elapsedSeconds)}`}
      >
        <p className={styles.answer}>{attempt.answer}</p>
      </Section>
    </Page>
  );
}
