import type { Attempt, AttemptState, Probe } from './storage.ts';

const progress: Record<AttemptState, number> = { drafting: 0, submitted: 1, graded: 2 };

/** Whether `theirs` replaces `ours`: the one further along wins, then the one written last, then ours. */
export function attemptWins(theirs: Attempt, ours: Attempt): boolean {
  const ahead = progress[theirs.state] - progress[ours.state];
  return ahead === 0 ? theirs.updatedAt > ours.updatedAt : ahead > 0;
}

/** Whether `theirs` replaces `ours`: an answered probe wins over a draft; probes carry no time of writing. */
export function probeWins(theirs: Probe, ours: Probe): boolean {
  if (theirs.answeredAt !== null && ours.answeredAt !== null) return theirs.answeredAt > ours.answeredAt;
  if (theirs.answeredAt !== null || ours.answeredAt !== null) return theirs.answeredAt !== null;
  return theirs.revision > ours.revision;
}

/** The revision after a merge: one that no open editor holds. */
export function mergedRevision(theirs: { revision: number }, ours: { revision: number }): number {
  return Math.max(theirs.revision, ours.revision) + 1;
}
