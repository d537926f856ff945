import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { forgetLabProgress, labQueries } from '#web/ui/api/lab-queries.ts';
import type { LabSession, LabView } from '#web/ui/api/lab-types.ts';
import { ApiProblem, isRecord } from '#web/ui/api/problem.ts';
import type { Draft, Stored } from '#web/ui/drafts/draft.ts';
import type { DraftKeeper, SaveOutcome } from '#web/ui/drafts/draft-keeper.ts';
import { useDraft } from '#web/ui/drafts/use-draft.ts';
import { type Stopwatch, useTimer } from '#web/ui/timer/use-timer.ts';
import type { AtDesk } from './at-desk.ts';
import { isTooLongForLab, isWork, type LabWork, textOfWork, workOfText } from './work.ts';

type Opened = {
  readonly desk: AtDesk;
  readonly draft: Draft;
  readonly keeper: DraftKeeper;
  readonly watch: Stopwatch;
};

const storedOf = (draft: LabWork, { elapsedSeconds, revision }: LabSession): Stored => ({
  ...textOfWork(draft),
  elapsedSeconds,
  revision,
});

/** What another tab wrote, out of a refusal of that kind. */
function writtenElsewhere(error: unknown): Stored | null {
  if (!(error instanceof ApiProblem) || error.status !== 409 || !isRecord(error.body)) return null;
  const { current } = error.body;
  if (!isRecord(current)) return null;
  // The server's own draft, as it answers to every read.
  const { elapsedSeconds, revision, ...work } = current as LabWork & Stored;
  return { ...textOfWork(work), elapsedSeconds, revision };
}

async function outcomeOf(saving: Promise<LabSession>, show: AtDesk['show']): Promise<SaveOutcome> {
  try {
    const session = await saving;
    show(session);
    return { type: 'acknowledged', revision: session.revision };
  } catch (error) {
    const current = writtenElsewhere(error);
    if (current) return { type: 'conflicted', current };
    const gone = error instanceof ApiProblem && (error.status === 404 || error.status === 409);
    return { type: gone ? 'went' : 'failed' };
  }
}

/** Opens a session for work: its draft is kept as one writes, its clock runs, its results are shown. */
export function useDesk(lab: LabView, session: LabSession, running: boolean): Opened {
  const client = useQueryClient();
  const closed = session.state === 'closed';
  const watch = useTimer(session.elapsedSeconds, running && !closed);
  const show = useCallback(
    (next: LabSession): void => {
      const { queryKey } = labQueries.session(next.id);
      // Answers may overtake one another; the newest state wins.
      client.setQueryData(queryKey, (old) => (old && old.updatedAt > next.updatedAt ? old : next));
      forgetLabProgress(client);
    },
    [client],
  );
  const { keeper, draft } = useDraft(`lab-${session.id}`, storedOf(session.draft, session), {
    save: ({ answer, notes, elapsedSeconds, revision }, last) => {
      const body = { ...workOfText({ answer, notes }), elapsedSeconds, revision };
      return outcomeOf(labCalls.saveDraft(session.id, body, last), show);
    },
    elapsedSeconds: watch.elapsed,
    isTooLong: isTooLongForLab,
    isReadable: isWork,
  });
  const work = useMemo(() => workOfText(draft.text), [draft.text]);
  const edit = (change: Partial<LabWork>): void => {
    if (closed) return;
    watch.start();
    // Two changes may come before the next render, so that the keeper's word counts.
    keeper.edit(textOfWork({ ...workOfText(keeper.current().text), ...change }));
  };
  const saved = async (): Promise<number> => {
    const revision = await keeper.saved();
    if (revision === null) throw new Error('What you wrote is not saved yet. See the note beside the clock.');
    return revision;
  };
  return { desk: { lab, session, work, closed, edit, saved, show }, draft, keeper, watch };
}
