import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { ApiProblem, isRecord } from '#web/ui/api/problem.ts';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { forgetScenarioProgress, scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import type { ScenarioSession } from '#web/ui/api/scenario-types.ts';
import type { Draft, Stored } from '#web/ui/drafts/draft.ts';
import type { DraftKeeper, SaveOutcome } from '#web/ui/drafts/draft-keeper.ts';
import { useDraft } from '#web/ui/drafts/use-draft.ts';
import { type Stopwatch, useTimer } from '#web/ui/timer/use-timer.ts';
import {
  changed,
  isTooLongForRound,
  isWork,
  type ScenarioWork,
  storedOf,
  textOfWork,
  workOfText,
} from './work.ts';

/** A session at work: what is written, how it is kept, and its clock. */
export type AtWork = {
  readonly session: ScenarioSession;
  readonly work: ScenarioWork;
  readonly draft: Draft;
  readonly keeper: DraftKeeper;
  readonly watch: Stopwatch;
  readonly edit: (change: Partial<ScenarioWork>) => void;
  /** Waits until the server has all that was written, and says at which revision. Throws when it has not. */
  readonly saved: () => Promise<number>;
  /** Takes over what the server answered. */
  readonly show: (session: ScenarioSession) => void;
};

/** What another tab wrote, out of a refusal of that kind. */
function writtenElsewhere(error: unknown): Stored | null {
  if (!(error instanceof ApiProblem) || error.status !== 409 || !isRecord(error.body)) return null;
  const { current } = error.body;
  if (!isRecord(current)) return null;
  // The server's own draft, as it answers to every read.
  const { elapsedSeconds, revision, ...draft } = current as ScenarioSession['draft'] & Stored;
  return storedOf({ draft, elapsedSeconds, revision });
}

function outcomeOf(error: unknown): SaveOutcome {
  const current = writtenElsewhere(error);
  if (current) return { type: 'conflicted', current };
  const isGone = error instanceof ApiProblem && (error.status === 404 || error.status === 409);
  return { type: isGone ? 'went' : 'failed' };
}

/** Opens a session for work: all that is written is kept as it is written, and its clock runs. */
export function useWork(session: ScenarioSession, isRunning: boolean): AtWork {
  const client = useQueryClient();
  const watch = useTimer(session.elapsedSeconds, isRunning);
  const { queryKey } = scenarioQueries.session(session.id);
  const show = useCallback(
    (next: ScenarioSession): void => {
      // Answers may overtake one another; the newest state wins.
      client.setQueryData(scenarioQueries.session(next.id).queryKey, (old) =>
        old && old.updatedAt > next.updatedAt ? old : next,
      );
      forgetScenarioProgress(client);
    },
    [client],
  );
  const save = async (stored: Stored, last: boolean): Promise<SaveOutcome> => {
    const { elapsedSeconds, revision } = stored;
    const draft = workOfText(stored);
    try {
      const json = { ...draft, log: [...draft.log], elapsedSeconds, revision };
      const saved = await scenarioCalls.saveDraft(session.id, json, last);
      client.setQueryData(queryKey, (old) => old && { ...old, draft, elapsedSeconds, ...saved });
      return { type: 'acknowledged', revision: saved.revision };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  const { keeper, draft } = useDraft(`scenario-${session.id}`, storedOf(session), {
    save,
    elapsedSeconds: watch.elapsed,
    isTooLong: isTooLongForRound,
    isReadable: isWork,
  });
  const work = useMemo(() => workOfText(draft.text), [draft.text]);
  const edit = (change: Partial<ScenarioWork>): void => {
    watch.start();
    // Two changes may come before the next render, so that the keeper's word counts.
    keeper.edit(textOfWork(changed(workOfText(keeper.current().text), change, watch.elapsed())));
  };
  const saved = async (): Promise<number> => {
    const revision = await keeper.saved();
    if (revision === null) throw new Error('What you wrote is not saved yet. See the note beside the clock.');
    return revision;
  };
  return { session, work, draft, keeper, watch, edit, saved, show };
}
