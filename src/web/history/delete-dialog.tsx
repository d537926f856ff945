import { useMutation, useQueryClient } from '@tanstack/react-query';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress } from '#web/ui/api/queries.ts';
import type { AttemptSummary } from '#web/ui/api/types.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { moment } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';
import { Problem } from '#web/ui/states.tsx';

type Props = { readonly attempt: AttemptSummary; readonly onClose: () => void };

export function DeleteDialog({ attempt, onClose }: Props) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => calls.deleteAttempt(attempt.id),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['attempt', attempt.id] });
      forgetProgress(client);
      onClose();
    },
  });
  return (
    <Dialog title="Delete this attempt?" onClose={onClose}>
      <p>
        {attempt.title}, {moment(attempt.submittedAt ?? attempt.startedAt, new Date())}:{' '}
        {plural(attempt.answerWords, 'word')}, its grade and the follow-ups are deleted for good.
      </p>
      <div className="buttons" style={{ marginTop: '1.5rem' }}>
        <button
          type="button"
          className="button danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        >
          Delete for good
        </button>
        <button type="button" className="button" onClick={onClose}>
          Keep it
        </button>
      </div>
      {remove.isError ? <Problem error={remove.error} /> : null}
    </Dialog>
  );
}
