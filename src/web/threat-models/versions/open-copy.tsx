import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { modelCalls } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { VersionOutline } from '#web/ui/api/model-types.ts';

type Props = { readonly id: string; readonly version: VersionOutline };

/** Begins a model of its own from a version, so that going back loses nothing. */
export function OpenCopy({ id, version }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const copying = useMutation({
    mutationFn: async () => {
      const { document } = await modelCalls.version(id, version.id);
      const title = `${document.title} (${version.name})`.slice(0, 200).trim();
      return modelCalls.create({ document: { ...document, title } });
    },
    onSuccess: ({ model }) => {
      void client.invalidateQueries({ queryKey: modelQueries.models().queryKey });
      void navigate({ to: '/threat-models/$id', params: { id: model.id } });
    },
  });
  return (
    <button
      type="button"
      className="button plain small"
      disabled={copying.isPending}
      onClick={() => copying.mutate()}
    >
      {copying.isError ? 'Try again: ' : ''}Open as a new model
      <span className="visually-hidden"> {version.name}</span>
    </button>
  );
}
