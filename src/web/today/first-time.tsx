import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '#web/ui/api/queries.ts';
import type { Today } from '#web/ui/api/types.ts';
import { categoryLabels } from '#web/ui/labels.ts';
import { Minutes } from '#web/ui/minutes.tsx';
import { Page } from '#web/ui/page.tsx';
import { Prompt } from '#web/ui/prompt.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Section } from '#web/ui/section.tsx';
import { NextList } from './next-list.tsx';
import styles from './today.module.css';

/** Nobody has answered anything yet: what this is, and one question to begin with. */
export function FirstTime({ today }: { readonly today: Today }) {
  const [first, ...others] = today.next;
  return (
    <Page title="Take the seat" documentTitle="Today">
      <p className={styles.intro}>
        Hotseat asks what application-security interviewers ask, and shows you sentence by sentence what your
        answer earned. It runs on this machine alone: no account, and nothing you write leaves it.
      </p>
      {first ? (
        <Section title="Begin with this one" note={<FirstNote question={first.question} />}>
          <FirstQuestion slug={first.question.slug} />
          <Link
            to="/practice/$slug"
            params={{ slug: first.question.slug }}
            className={`button primary ${styles.begin ?? ''}`}
          >
            Answer it
          </Link>
        </Section>
      ) : (
        <Section title="No questions">
          <p>
            No question could be loaded. <Link to="/settings">The system check</Link> says why.
          </p>
        </Section>
      )}
      {others.length > 0 ? (
        <Section
          title="Or one of these"
          note={<Link to="/bank">All {today.counts.questions} questions</Link>}
        >
          <NextList next={others} />
        </Section>
      ) : null}
      <Section title="How it goes">
        <ol className={styles.steps}>
          <li>You answer against the clock, in writing, the way you would say it.</li>
          <li>You score yourself before you see the grade.</li>
          <li>Every point you made is shown with the words that made it; what you missed is named.</li>
          <li>The interviewer follows up on what was missing, then you read how a strong answer runs.</li>
        </ol>
      </Section>
    </Page>
  );
}

/** In full, as the interviewer says it: a newcomer should not meet a sentence that breaks off. */
function FirstQuestion({ slug }: { readonly slug: string }) {
  const query = useQuery(queries.question(slug));
  return (
    <QueryView query={query} lines={3}>
      {({ question }) => <Prompt text={question.prompt} />}
    </QueryView>
  );
}

function FirstNote({ question }: { readonly question: Today['next'][number]['question'] }) {
  return (
    <>
      {categoryLabels[question.category]}, <Minutes value={question.minutes} />
    </>
  );
}
