import type { LabSession } from './lab-session.ts';
import type { ScenarioSession } from './scenario-session.ts';
import type { Attempt, AttemptState, OwnQuestion, Probe, UserData } from './storage.ts';
import type { StoredThreatModel, ThreatModelVersion } from './threat-model-record.ts';
import type { TriageSession } from './triage-session.ts';

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

const scenarioProgress: Record<ScenarioSession['state'], number> = { open: 0, asked: 1, closed: 2 };

/** As for attempts. */
function scenarioWins(theirs: ScenarioSession, ours: ScenarioSession): boolean {
  const ahead = scenarioProgress[theirs.state] - scenarioProgress[ours.state];
  return ahead === 0 ? theirs.updatedAt > ours.updatedAt : ahead > 0;
}

/** As for attempts. */
function triageWins(theirs: TriageSession, ours: TriageSession): boolean {
  if (theirs.state !== ours.state) return theirs.state === 'closed';
  return theirs.updatedAt > ours.updatedAt;
}

/** The revision after a merge: one that no open editor holds. */
export function mergedRevision(theirs: { revision: number }, ours: { revision: number }): number {
  return Math.max(theirs.revision, ours.revision) + 1;
}

/** What a merge does with the records of one kind. */
export type Changes<T> = {
  readonly added: readonly T[];
  /** Those that take the place of an older version. */
  readonly updated: readonly { readonly theirs: T; readonly ours: T }[];
};

export type MergePlan = {
  readonly attempts: Changes<Attempt>;
  readonly ownQuestions: Changes<OwnQuestion>;
  readonly labSessions: Changes<LabSession>;
  readonly scenarioSessions: Changes<ScenarioSession>;
  readonly triageSessions: Changes<TriageSession>;
  readonly threatModels: Changes<StoredThreatModel>;
  /** Versions never change, so none is updated. */
  readonly threatModelVersions: Changes<ThreatModelVersion>;
};

/** Says what merging `theirs` into `ours` does; probes and overrules follow their attempts. */
export function planMerge(theirs: UserData, ours: UserData): MergePlan {
  return {
    attempts: changes(theirs.attempts, ours.attempts, ({ id }) => id, attemptWins),
    ownQuestions: changes(theirs.ownQuestions, ours.ownQuestions, ({ slug }) => slug, writtenLater),
    labSessions: changes(theirs.labSessions, ours.labSessions, ({ id }) => id, writtenLater),
    scenarioSessions: changes(theirs.scenarioSessions, ours.scenarioSessions, ({ id }) => id, scenarioWins),
    triageSessions: changes(theirs.triageSessions, ours.triageSessions, ({ id }) => id, triageWins),
    threatModels: changes(theirs.threatModels, ours.threatModels, ({ id }) => id, writtenLater),
    threatModelVersions: changes(
      theirs.threatModelVersions,
      ours.threatModelVersions,
      ({ model, id }) => JSON.stringify([model, id]),
      () => false,
    ),
  };
}

/** Whether `theirs` replaces `ours`: the one written last wins, then ours. */
const writtenLater = (theirs: { updatedAt: string }, ours: { updatedAt: string }): boolean =>
  theirs.updatedAt > ours.updatedAt;

function changes<T>(
  theirs: readonly T[],
  ours: readonly T[],
  keyOf: (record: T) => string,
  wins: (theirs: T, ours: T) => boolean,
): Changes<T> {
  const mine = new Map(ours.map((record) => [keyOf(record), record]));
  const added: T[] = [];
  const updated: { theirs: T; ours: T }[] = [];
  for (const record of theirs) {
    const old = mine.get(keyOf(record));
    if (old === undefined) added.push(record);
    else if (wins(record, old)) updated.push({ theirs: record, ours: old });
  }
  return { added, updated };
}
