import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { queries } from '#web/ui/api/queries.ts';
import type { AttemptView, Result } from '#web/ui/api/types.ts';
import { Page } from '#web/ui/page.tsx';
import { Prompt } from '#web/ui/prompt.tsx';
import { QuestionMeta } from '#web/ui/question-meta.tsx';
import { AnswerView } from '#web/ui/quotes/answer-view.tsx';
import { LinkContext, type Link as LinkState } from '#web/ui/quotes/use-link.ts';
import { Section } from '#web/ui/section.tsx';
import { Snippet } from '#web/ui/snippet.tsx';
import { DebriefSection } from './debrief-section.tsx';
import { allEntries, type Entry, entriesOf } from './entries.ts';
import { EntryLists } from './entry-lists.tsx';
import { OverruleDialog } from './overrule-dialog.tsx';
import { Probes } from './probes.tsx';
import styles from './result.module.css';
import { SecondOpinion } from './second-opinion.tsx';
import { VerdictHead } from './verdict-head.tsx';

type Props = { readonly attempt: AttemptView; readonly result: Result };

export function ResultPage({ attempt, result }: Props) {
  const { question } = attempt;
  const entries = useMemo(() => entriesOf(result), [result]);
  const all = useMemo(() => allEntries(entries), [entries]);
  const [active, setActive] = useState<string | null>(null);
  const [disputed, setDisputed] = useState<Entry | null>(null);
  const link = useMemo<LinkState>(() => ({ active, setActive }), [active]);
  return (
    <Page
      title={question.title}
      documentTitle={`Result: ${question.title}`}
      lead={<QuestionMeta question={question} />}
      actions={<Actions attempt={attempt} />}
      wide
    >
      <LinkContext value={link}>
        <VerdictHead attempt={attempt} result={result} entries={entries} />
        <div className={styles.columns}>
          <div className={styles.said} data-answer-column>
            <h2>Your answer</h2>
            <AnswerView answer={attempt.answer} entries={all} />
            <details className={styles.asked}>
              <summary>The question again</summary>
              <Prompt text={question.prompt} size="small" />
              {question.snippet ? <Snippet snippet={question.snippet} /> : null}
              {attempt.notes ? <p className={styles.notes}>Your notes: {attempt.notes}</p> : null}
            </details>
          </div>
          <EntryLists entries={entries} attempt={attempt.id} onDispute={setDisputed} />
        </div>
      </LinkContext>
      <Probes attempt={attempt} result={result} />
      <SecondOpinion attempt={attempt} result={result} />
      <DebriefSection result={result} />
      <Section title="Go on">
        <div className="buttons">
          <Actions attempt={attempt} />
          <Link to="/" className="button">
            Back to Today
          </Link>
        </div>
      </Section>
      {disputed ? (
        <OverruleDialog attempt={attempt} entry={disputed} onClose={() => setDisputed(null)} />
      ) : null}
    </Page>
  );
}

/** Again, and against the newest earlier attempt that was graded. */
function Actions({ attempt }: { readonly attempt: AttemptView }) {
  const { data } = useQuery(queries.attempts(attempt.question.slug));
  const graded = data?.items.filter((each) => each.state === 'graded') ?? [];
  const here = graded.findIndex((each) => each.id === attempt.id);
  const earlier = graded[here + 1] ?? graded.find((each) => each.id !== attempt.id);
  return (
    <>
      <Link to="/practice/$slug" params={{ slug: attempt.question.slug }} className="button primary">
        Practice again
      </Link>
      {earlier && here >= 0 ? (
        <Link to="/compare" search={{ a: earlier.id, b: attempt.id }} className="button">
          Compare with earlier
        </Link>
      ) : null}
    </>
  );
}
