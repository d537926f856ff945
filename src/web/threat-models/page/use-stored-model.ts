import { useQueryClient } from '@tanstack/react-query';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { modelCalls } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { StoredModel } from '#web/ui/api/model-types.ts';
import { ApiProblem, isRecord } from '#web/ui/api/problem.ts';
import type { Draft, Stored } from '#web/ui/drafts/draft.ts';
import type { DraftKeeper, SaveOutcome } from '#web/ui/drafts/draft-keeper.ts';
import { useDraft } from '#web/ui/drafts/use-draft.ts';
import { isModelText, modelOfText, textOfModel } from './model-text.ts';

/** A fact that is absent is absent in JSON too, which the type of an answer does not say. */
const storedOf = ({ document, revision }: Pick<StoredModel, 'document' | 'revision'>): Stored => ({
  ...textOfModel(document as ThreatModel),
  elapsedSeconds: 0,
  revision,
});

/** What another tab wrote, out of a refusal of that kind. */
function writtenElsewhere(error: unknown): Stored | null {
  if (!(error instanceof ApiProblem) || error.status !== 409 || !isRecord(error.body)) return null;
  const { current } = error.body;
  if (!isRecord(current)) return null;
  // The server's own model, as it answers to every read.
  return storedOf(current as StoredModel);
}

/** Keeps a model as it is edited: in this browser at once, on the server at each pause. */
export function useStoredModel(model: StoredModel): { keeper: DraftKeeper; draft: Draft } {
  const client = useQueryClient();
  const save = async ({ answer, revision }: Stored, last: boolean): Promise<SaveOutcome> => {
    const document = modelOfText({ answer });
    try {
      const saved = await modelCalls.save(model.id, document, revision, last);
      client.setQueryData(modelQueries.model(model.id).queryKey, { ...model, document, ...saved });
      void client.invalidateQueries({ queryKey: modelQueries.models().queryKey });
      return { type: 'acknowledged', revision: saved.revision };
    } catch (error) {
      const current = writtenElsewhere(error);
      if (current) return { type: 'conflicted', current };
      const isGone = error instanceof ApiProblem && error.status === 404;
      return { type: isGone ? 'went' : 'failed' };
    }
  };
  return useDraft(`model-${model.id}`, storedOf(model), {
    save,
    elapsedSeconds: () => 0,
    // The document's own limits hold: no command leads beyond them.
    isTooLong: () => false,
    isReadable: isModelText,
  });
}
