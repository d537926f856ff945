import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { longestQuestion } from '#core/threat-model/practice/scoping.ts';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import type { ScenarioSession } from '#web/ui/api/scenario-types.ts';
import { clock } from '#web/ui/format-time.ts';
import { TextField } from '#web/ui/length/text-field.tsx';
import { Problem } from '#web/ui/states.tsx';
import styles from './desk.module.css';
import type { AtWork } from './use-work.ts';

/** The candidate asks in their own words, and the interviewer says what is known. */
export function Ask({ at }: { readonly at: AtWork }) {
  const { session, watch, show } = at;
  const [question, setQuestion] = useState('');
  const ask = useMutation({
    mutationFn: (asked: string) =>
      scenarioCalls.ask(session.id, { question: asked, elapsedSeconds: watch.elapsed() }),
    onSuccess: (answered) => {
      setQuestion('');
      show(answered);
    },
  });
  const isReady = question.trim() !== '' && question.length <= longestQuestion && !ask.isPending;
  const send = (): void => {
    watch.start();
    if (isReady) ask.mutate(question);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={styles.ask}>
      <form
        onSubmit={onSubmit}
        onKeyDown={(event) => event.target instanceof HTMLTextAreaElement && onKeyDown(event)}
      >
        <TextField
          id="scoping-question"
          label="Ask the interviewer"
          hint="One thing at a time gets the clearest answer. Enter asks."
          limit={longestQuestion}
          rows={2}
          value={question}
          onChange={setQuestion}
        />
        <button type="submit" className="button primary" disabled={!isReady}>
          {ask.isPending ? 'Asking' : 'Ask'}
        </button>
      </form>
      {ask.isError ? <Problem error={ask.error} /> : null}
      <Transcript asked={session.asked} />
    </div>
  );
}

type Asked = ScenarioSession['asked'];

const answerWords = {
  told: '',
  again: 'As I said.',
  unknown:
    'That is not known, or nobody has decided it. Make an assumption and write it down, or ask in other words.',
} as const;

function wordsOf({ answer, says }: Asked[number]): string {
  const nothingYet = answer === 'again' && says.length === 0;
  const lead = nothingYet ? 'You asked that before, and it is still not known.' : answerWords[answer];
  return [lead, ...says].filter(Boolean).join(' ');
}

/** What was asked and said, the last on top. */
function Transcript({ asked }: { readonly asked: Asked }) {
  if (asked.length === 0) return <p className="muted">Nothing is asked yet.</p>;
  return (
    <div role="log" aria-label="Questions and answers">
      <ol className={styles.transcript} reversed>
        {asked.toReversed().map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: only the place tells two same questions apart
          <li key={asked.length - index}>
            <p className={styles.question}>
              <span className="muted small number">{clock(each.at)}</span> {each.question}
            </p>
            <p data-answer={each.answer}>{wordsOf(each)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
