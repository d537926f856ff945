import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { OwnQuestionBody } from '#web/ui/api/types.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Empty, Problem } from '#web/ui/states.tsx';
import { QuestionForm } from './question-form.tsx';

const blank: OwnQuestionBody = { title: '', prompt: '', modelAnswer: '', minutes: 5 };

export function EditPage() {
  const { slug } = useParams({ from: '/own-questions/$slug' });
  return slug === 'new' ? <Add /> : <Edit slug={slug} />;
}

function useSave(save: (body: OwnQuestionBody) => Promise<unknown>) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: save,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queries.ownQuestions().queryKey });
      forgetProgress(client);
      void navigate({ to: '/own-questions', ignoreBlocker: true });
    },
  });
}

function Add() {
  const save = useSave(calls.addOwnQuestion);
  return (
    <Page title="Add a question">
      <QuestionForm initial={blank} busy={save.isPending} onSave={save.mutate} />
      {save.isError ? <Problem error={save.error} /> : null}
    </Page>
  );
}

function Edit({ slug }: { readonly slug: string }) {
  const query = useQuery(queries.ownQuestions());
  const save = useSave((body) => calls.putOwnQuestion(slug, body));
  return (
    <Page title="Edit a question">
      <QueryView query={query} lines={6}>
        {({ items }) => {
          const own = items.find((item) => item.slug === slug);
          if (!own)
            return <Empty title="This question is gone">It was deleted, perhaps in another tab.</Empty>;
          const { title, prompt, modelAnswer, minutes } = own;
          return (
            <QuestionForm
              key={slug}
              initial={{ title, prompt, modelAnswer, minutes }}
              busy={save.isPending}
              onSave={save.mutate}
            />
          );
        }}
      </QueryView>
      {save.isError ? <Problem error={save.error} /> : null}
    </Page>
  );
}
