import { useQueries } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { queries } from '#web/ui/api/queries.ts';
import type { AttemptView } from '#web/ui/api/types.ts';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { Empty, Loading, Problem } from '#web/ui/states.tsx';
import styles from './compare.module.css';
import { CompareAnswers } from './compare-answers.tsx';
import { CompareTable } from './compare-table.tsx';

export function ComparePage() {
  const { a, b } = useSearch({ from: '/compare' });
  const [first, second] = useQueries({
    queries: [
      { ...queries.attempt(a ?? ''), enabled: a !== undefined },
      { ...queries.attempt(b ?? ''), enabled: b !== undefined },
    ],
  });
  if (!a || !b) return <Unfit>Choose two attempts of one question in the history.</Unfit>;
  const failed = [first, second].find((query) => query.isError);
  if (failed) return <Problem error={failed.error} retry={failed.refetch} />;
  if (!first.data || !second.data) return <Loading lines={8} />;
  if (first.data.question.slug !== second.data.question.slug) {
    return (
      <Unfit>These two answer different questions, so there is nothing to set against each other.</Unfit>
    );
  }
  const [before, after] = [first.data, second.data].toSorted((x, y) =>
    x.startedAt.localeCompare(y.startedAt),
  );
  return before && after ? <Comparison before={before} after={after} /> : null;
}

function Unfit({ children }: { readonly children: string }) {
  return (
    <Page title="Compare">
      <Empty
        title="Two attempts are needed"
        action={
          <Link to="/history" className="button">
            Open the history
          </Link>
        }
      >
        {children}
      </Empty>
    </Page>
  );
}

function Comparison({ before, after }: { readonly before: AttemptView; readonly after: AttemptView }) {
  return (
    <Page
      title={after.question.title}
      documentTitle={`Compare: ${after.question.title}`}
      lead="Two attempts, the earlier first."
      actions={
        <Link to="/practice/$slug" params={{ slug: after.question.slug }} className="button primary">
          Practice again
        </Link>
      }
      wide
    >
      <Section title="Points" note="What was gained and what was lost.">
        {before.result && after.result ? (
          <CompareTable before={before.result} after={after.result} />
        ) : (
          <p className={styles.ungraded}>One of the two is not graded yet.</p>
        )}
      </Section>
      <Section title="Answers">
        <CompareAnswers before={before} after={after} />
      </Section>
    </Page>
  );
}
