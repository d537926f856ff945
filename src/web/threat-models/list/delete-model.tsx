import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelCalls } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { ModelOutline } from '#web/ui/api/model-types.ts';
import { DeleteDialog } from '#web/ui/delete-dialog.tsx';
import { plural } from '#web/ui/labels.ts';

type Props = { readonly model: ModelOutline; readonly onClose: () => void };

export function DeleteModel({ model: { id, title, counts }, onClose }: Props) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => modelCalls.remove(id),
    onSuccess: () => {
      client.removeQueries({ queryKey: modelQueries.model(id).queryKey });
      void client.invalidateQueries({ queryKey: modelQueries.models().queryKey });
      onClose();
    },
  });
  return (
    <DeleteDialog
      title="Delete this threat model?"
      action="Delete for good"
      deletion={deletion}
      onClose={onClose}
    >
      <p>
        “{title}” with {plural(counts.elements, 'element')} and {plural(counts.threats, 'threat')}, and all of
        its versions, is gone for good then.
      </p>
    </DeleteDialog>
  );
}
