import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiProblem, isRecord } from '#web/ui/api/problem.ts';
import { triageCalls } from '#web/ui/api/triage-calls.ts';
import { forgetTriageProgress, triageQueries } from '#web/ui/api/triage-queries.ts';
import type { TriageSession } from '#web/ui/api/triage-types.ts';
import type { Draft, Stored } from '#web/ui/drafts/draft.ts';
import type { DraftKeeper, SaveOutcome } from '#web/ui/drafts/draft-keeper.ts';
import { useDraft } from '#web/ui/drafts/use-draft.ts';
import { type Stopwatch, useTimer } from '#web/ui/timer/use-timer.ts';
import { isTooLongForTriage, isWork, storedOf, type TriageWork, textOfWork, workOfText } from './work.ts';

/** A session at work: what is decided, how it is kept, and its clock. */
export type TriageAtWork = {
  readonly session: TriageSession;
  readonly work: TriageWork;
  readonly draft: Draft;
  readonly keeper: DraftKeeper;
  readonly watch: Stopwatch;
  readonly edit: (change: (work: TriageWork) => TriageWork) => void;
  /** Hands in what was decided. Throws when it is not saved. */
  readonly handIn: () => Promise<void>;
};

/** What another tab wrote, out of a refusal of that kind. */
function writtenElsewhere(error: unknown): Stored | null {
  if (!(error instanceof ApiProblem) || error.status !== 409 || !isRecord(error.body)) return null;
  const { current } = error.body;
  // The server's own draft, as it answers to every read.
  return isRecord(current) ? storedOf(current as Pick<TriageSession, 'draft'> & Stored) : null;
}

function outcomeOf(error: unknown): SaveOutcome {
  const current = writtenElsewhere(error);
  if (current) return { type: 'conflicted', current };
  const isGone = error instanceof ApiProblem && (error.status === 404 || error.status === 409);
  return { type: isGone ? 'went' : 'failed' };
}

/** Opens a session for work: all that is decided is kept at once, and its clock runs. */
export function useTriage(session: TriageSession): TriageAtWork {
  const client = useQueryClient();
  const watch = useTimer(session.elapsedSeconds, true);
  const { queryKey } = triageQueries.session(session.id);
  const save = async (stored: Stored, last: boolean): Promise<SaveOutcome> => {
    const { elapsedSeconds, revision } = stored;
    const { order, chosen, rejected, reasons } = workOfText(stored);
    const draft = { order: [...order], chosen: [...chosen], rejected: [...rejected], reasons };
    try {
      const saved = await triageCalls.saveDraft(session.id, { draft, elapsedSeconds, revision }, last);
      client.setQueryData(queryKey, (old) => old && { ...old, draft, elapsedSeconds, ...saved });
      return { type: 'acknowledged', revision: saved.revision };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  const { keeper, draft } = useDraft(`triage-${session.id}`, storedOf(session), {
    save,
    elapsedSeconds: watch.elapsed,
    isTooLong: isTooLongForTriage,
    isReadable: isWork,
  });
  const work = useMemo(() => workOfText(draft.text), [draft.text]);
  const edit = (change: (work: TriageWork) => TriageWork): void => {
    watch.start();
    // Two changes may come before the next render, so that the keeper's word counts.
    keeper.edit(textOfWork(change(workOfText(keeper.current().text))));
  };
  const handIn = async (): Promise<void> => {
    const revision = await keeper.saved();
    if (revision === null)
      throw new Error('What you decided is not saved yet. See the note beside the clock.');
    const graded = await triageCalls.handIn(session.id, revision);
    keeper.finish();
    client.setQueryData(queryKey, graded);
    forgetTriageProgress(client);
    window.scrollTo({ top: 0, behavior: 'instant' });
  };
  return { session, work, draft, keeper, watch, edit, handIn };
}
