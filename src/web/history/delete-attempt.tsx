import { useMutation, useQueryClient } from '@tanstack/react-query';
import { calls } from '#web/ui/api/calls.ts';
import { forgetProgress, queries } from '#web/ui/api/queries.ts';
import type { AttemptSummary } from '#web/ui/api/types.ts';
import { DeleteDialog } from '#web/ui/delete-dialog.tsx';
import { moment } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';

type Props = { readonly attempt: AttemptSummary; readonly onClose: () => void };

export function DeleteAttempt({ attempt, onClose }: Props) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => calls.deleteAttempt(attempt.id),
    onSuccess: async () => {
      client.removeQueries({ queryKey: ['attempt', attempt.id] });
      forgetProgress(client);
      await client.invalidateQueries({ queryKey: queries.attempts().queryKey });
      onClose();
    },
  });
  return (
    <DeleteDialog title="Delete this attempt?" action="Delete for good" deletion={deletion} onClose={onClose}>
      <p>
        {attempt.title}, {moment(attempt.submittedAt ?? attempt.startedAt, new Date())}:{' '}
        {plural(attempt.answerWords, 'word')}, its grade and the follow-ups are deleted for good.
      </p>
    </DeleteDialog>
  );
}
