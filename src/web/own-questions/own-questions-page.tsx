import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { OwnQuestion } from '#web/ui/api/types.ts';
import { DeleteDialog } from '#web/ui/delete-dialog.tsx';
import { Minutes } from '#web/ui/minutes.tsx';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Empty } from '#web/ui/states.tsx';
import styles from './own-questions.module.css';

const add = (
  <Link to="/own-questions/$slug" params={{ slug: 'new' }} className="button primary">
    Add a question
  </Link>
);

export function OwnQuestionsPage() {
  const query = useQuery(queries.ownQuestions());
  const [doomed, setDoomed] = useState<OwnQuestion | null>(null);
  const some = (query.data?.items.length ?? 0) > 0;
  return (
    <Page
      title="Own questions"
      lead="One you were asked, or one you fear. You write the model answer; your answers are graded against it."
      actions={some ? add : undefined}
    >
      <QueryView query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="None yet" action={add}>
              After a real interview, write down what you were asked while you still remember it.
            </Empty>
          ) : (
            <ul className={styles.list}>
              {items.map((item) => (
                <Row key={item.slug} item={item} onDelete={() => setDoomed(item)} />
              ))}
            </ul>
          )
        }
      </QueryView>
      {doomed ? <DeleteQuestion question={doomed} onClose={() => setDoomed(null)} /> : null}
    </Page>
  );
}

function Row({ item, onDelete }: { readonly item: OwnQuestion; readonly onDelete: () => void }) {
  return (
    <li>
      <div>
        <Link to="/practice/$slug" params={{ slug: item.slug }} className={styles.title}>
          {item.title}
        </Link>
        <p className={styles.prompt}>{item.prompt}</p>
      </div>
      <div className={styles.tools}>
        <Minutes value={item.minutes} />
        <Link to="/own-questions/$slug" params={{ slug: item.slug }}>
          Edit<span className="visually-hidden"> {item.title}</span>
        </Link>
        <button type="button" className="button plain small" onClick={onDelete}>
          Delete<span className="visually-hidden"> {item.title}</span>
        </button>
      </div>
    </li>
  );
}

function DeleteQuestion({
  question,
  onClose,
}: {
  readonly question: OwnQuestion;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => calls.deleteOwnQuestion(question.slug),
    onSuccess: async () => {
      forgetProgress(client);
      await client.invalidateQueries({ queryKey: queries.ownQuestions().queryKey });
      onClose();
    },
  });
  return (
    <DeleteDialog
      title="Delete this question?"
      action="Delete the question"
      deletion={deletion}
      onClose={onClose}
    >
      <p>“{question.title}” goes. Attempts that were graded on it stay in the history.</p>
    </DeleteDialog>
  );
}
