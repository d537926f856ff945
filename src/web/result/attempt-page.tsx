import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { queries } from '#web/ui/api/queries.ts';
import { QueryView } from '#web/ui/query-view.tsx';
import { ResultPage } from './result-page.tsx';
import { SelfScorePage } from './self-score-page.tsx';

/** One attempt, wherever it stands: still being written, waiting for the candidate's own score, or graded. */
export function AttemptPage() {
  const { id } = useParams({ from: '/attempts/$id' });
  const query = useQuery(queries.attempt(id));
  return (
    <QueryView page query={query} lines={8}>
      {(attempt) => {
        if (attempt.state === 'drafting') {
          return <Navigate to="/practice/$slug" params={{ slug: attempt.question.slug }} replace />;
        }
        if (attempt.result === null) return <SelfScorePage key={id} attempt={attempt} />;
        return <ResultPage key={id} attempt={attempt} result={attempt.result} />;
      }}
    </QueryView>
  );
}
