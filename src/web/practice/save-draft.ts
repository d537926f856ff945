import { calls } from '#web/ui/api/calls.ts';
import { outcomeOf } from '#web/ui/drafts/conflict-of.ts';
import type { Stored } from '#web/ui/drafts/draft.ts';

export const saveDraft = (
  attempt: string,
  { answer, notes, elapsedSeconds, revision }: Stored,
  last: boolean,
) => outcomeOf(calls.saveDraft(attempt, { answer, notes, elapsedSeconds, revision }, last));
