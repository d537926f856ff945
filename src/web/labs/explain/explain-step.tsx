import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { countWords } from '#core/content/answer.ts';
import { longestLabText } from '#core/review/limits.ts';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { plural } from '#web/ui/labels.ts';
import { TextField } from '#web/ui/length/text-field.tsx';
import { Prompt } from '#web/ui/prompt.tsx';
import { Problem } from '#web/ui/states.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import styles from './explain.module.css';
import { ExplanationResult } from './explanation-result.tsx';

/** What the candidate would tell the developer, and what the grader heard in it. */
export function ExplainStep({ desk }: { readonly desk: AtDesk }) {
  const { session, work, edit, closed } = desk;
  // The grade quotes the words as they were handed in, and marks them only while they stand.
  const [graded, setGraded] = useState<string | null>(session.explanation ? session.draft.explanation : null);
  const grade = useMutation({
    mutationFn: async () => {
      const text = work.explanation;
      return { text, session: await labCalls.explain(session.id, await desk.saved()) };
    },
    onSuccess: ({ text, session: next }) => {
      setGraded(text);
      desk.show(next);
    },
  });
  const empty = work.explanation.trim() === '';
  const isLast = session.passedAt !== null || session.gaveUpAt !== null;
  const submit = (): void => {
    if (!empty && !grade.isPending) grade.mutate();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className={styles.step}>
      <Prompt text={session.explainPrompt ?? ''} size="medium" />
      {closed ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter is a shortcut for the button below
        <div className={styles.write} onKeyDown={onKeyDown}>
          <TextField
            id="explanation"
            label="What you tell the developer"
            limit={longestLabText.answer}
            rows={10}
            value={work.explanation}
            onChange={(explanation) => edit({ explanation })}
          />
          <div className="buttons">
            <button
              type="button"
              className="button primary"
              disabled={empty || grade.isPending}
              onClick={submit}
            >
              {session.explanation ? 'Grade it again' : 'Grade it'} <kbd>Ctrl ⏎</kbd>
            </button>
            <span className="muted small">
              {plural(countWords(work.explanation), 'word')}.{' '}
              {isLast
                ? 'With this the lab is finished.'
                : 'The lab stays open until the fix is done; you can grade again until then.'}
            </span>
          </div>
          {grade.isError ? <Problem error={grade.error} /> : null}
        </div>
      )}
      {session.explanation ? (
        <ExplanationResult explanation={session.explanation} answer={graded ?? work.explanation} />
      ) : null}
    </div>
  );
}
