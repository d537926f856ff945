import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { queries } from '#web/ui/api/queries.ts';
import type { AttemptView, QuestionDetail } from '#web/ui/api/types.ts';
import { QueryView } from '#web/ui/query-view.tsx';
import { Loading, Problem } from '#web/ui/states.tsx';
import { Desk } from './desk.tsx';
import { Intro } from './intro.tsx';

export function PracticePage() {
  const { slug } = useParams({ from: '/practice/$slug' });
  const query = useQuery(queries.question(slug));
  return (
    <QueryView page query={query} lines={5}>
      {(detail) => <Practice key={slug} detail={detail} />}
    </QueryView>
  );
}

/** A draft that is already there opens at once with the clock stopped; otherwise the candidate starts it. */
function Practice({ detail }: { readonly detail: QuestionDetail }) {
  const [openedDraft] = useState(detail.draft);
  const [started, setStarted] = useState<AttemptView | null>(null);
  const client = useQueryClient();
  const draft = useQuery({
    ...queries.attempt(openedDraft ?? ''),
    enabled: openedDraft !== null && started === null,
    staleTime: 0,
    gcTime: 0,
  });
  const begin = useMutation({
    mutationFn: () => calls.startAttempt(detail.question.slug),
    onSuccess: (attempt) => {
      // The button stood at the end of a page that is replaced; the field takes the view from here if it must.
      window.scrollTo({ top: 0, behavior: 'instant' });
      setStarted(attempt);
      void client.invalidateQueries({ queryKey: ['today'] });
    },
  });
  if (started) return <Desk attempt={started} running />;
  if (openedDraft !== null && !draft.isError) {
    if (!draft.data || draft.isFetching) return <Loading lines={5} label="Opening your draft" />;
    if (draft.data.state === 'drafting') return <Desk attempt={draft.data} running={false} />;
  }
  return (
    <>
      <Intro detail={detail} starting={begin.isPending} onStart={() => begin.mutate()} />
      {begin.isError ? <Problem error={begin.error} /> : null}
    </>
  );
}
