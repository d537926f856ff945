import {
  insertAttempts,
  insertLabSessions,
  insertProbes,
  insertScenarioSessions,
  insertThreatModels,
  insertThreatModelVersions,
  insertTriageSessions,
} from './insert-rows.ts';
import type { LabSession } from './lab-session.ts';
import { replaceLabSession } from './lab-sessions.ts';
import { type Changes, mergedRevision, planMerge, probeWins } from './merge-rules.ts';
import { putOverrule } from './overrules.ts';
import { putOwnQuestion } from './own-questions.ts';
import { attemptRow, probeOf, probeRow } from './rows.ts';
import type { ScenarioSession } from './scenario-session.ts';
import { replaceScenarioSession } from './scenario-sessions.ts';
import type { Scope } from './scope.ts';
import { findSettings, putSettings } from './settings.ts';
import type { Attempt, Overrule, OwnQuestion, Probe, UserData } from './storage.ts';
import type { StoredThreatModel } from './threat-model-record.ts';
import { replaceThreatModel } from './threat-models.ts';
import type { TriageSession } from './triage-session.ts';
import { replaceTriageSession } from './triage-sessions.ts';

/**
 * Adds a document to what the user has. Of two versions of an attempt the one further along stays, else the
 * one written last; probes and overrules come along when they belong to the submission that stays. Settings
 * that were ever put stay, since they carry no time.
 */
export async function mergeAll(scope: Scope, theirs: UserData, ours: UserData): Promise<void> {
  const plan = planMerge(theirs, ours);
  await mergeAttempts(scope, plan.attempts);
  const submissions = submissionsAfter(plan.attempts, ours);
  const submittedAt = new Map(theirs.attempts.map((attempt) => [attempt.id, attempt.submittedAt]));
  const belongs = ({ attempt }: { attempt: string }) => submissions.get(attempt) === submittedAt.get(attempt);
  await mergeProbes(scope, theirs.probes.filter(belongs));
  await mergeOverrules(scope, theirs.overrules.filter(belongs));
  await mergeOwnQuestions(scope, plan.ownQuestions);
  await mergeLabSessions(scope, plan.labSessions);
  await mergeScenarioSessions(scope, plan.scenarioSessions);
  await mergeTriageSessions(scope, plan.triageSessions);
  await mergeThreatModels(scope, plan.threatModels);
  await insertThreatModelVersions(scope, plan.threatModelVersions.added);
  if (!(await findSettings(scope))) await putSettings(scope, theirs.settings);
}

async function mergeAttempts(scope: Scope, { added, updated }: Changes<Attempt>): Promise<void> {
  await insertAttempts(scope, added);
  for (const { theirs, ours } of updated) await replaceAttempt(scope, theirs, ours);
}

/** When each attempt was submitted, as it is stored after the merge. */
function submissionsAfter(
  { added, updated }: Changes<Attempt>,
  ours: UserData,
): ReadonlyMap<string, string | null> {
  const stored = [...ours.attempts, ...added, ...updated.map(({ theirs }) => theirs)];
  return new Map(stored.map(({ id, submittedAt }) => [id, submittedAt]));
}

async function replaceAttempt(scope: Scope, theirs: Attempt, ours: Attempt): Promise<void> {
  const { db, user, json } = scope;
  const row = attemptRow(user, { ...theirs, revision: mergedRevision(theirs, ours) }, json);
  await db.updateTable('attempts').set(row).where('user_id', '=', user).where('id', '=', ours.id).execute();
  // Follow-ups to a submission that is gone would quote words the answer no longer has.
  if (theirs.submittedAt !== ours.submittedAt) await deleteChildren(scope, ours.id);
}

async function deleteChildren({ db, user }: Scope, attempt: string): Promise<void> {
  await db.deleteFrom('probes').where('user_id', '=', user).where('attempt', '=', attempt).execute();
  await db.deleteFrom('overrules').where('user_id', '=', user).where('attempt', '=', attempt).execute();
}

async function mergeProbes(scope: Scope, theirs: readonly Probe[]): Promise<void> {
  const { db, user, json } = scope;
  const kept = await db.selectFrom('probes').selectAll().where('user_id', '=', user).execute();
  const mine = new Map(kept.map((row) => [keyOf(row), probeOf(row, json)]));
  await insertProbes(
    scope,
    theirs.filter((probe) => !mine.has(keyOf(probe))),
  );
  for (const probe of theirs) {
    const ours = mine.get(keyOf(probe));
    if (ours && probeWins(probe, ours)) await replaceProbe(scope, probe, ours);
  }
}

async function replaceProbe({ db, user, json }: Scope, theirs: Probe, ours: Probe): Promise<void> {
  await db
    .updateTable('probes')
    .set(probeRow(user, { ...theirs, revision: mergedRevision(theirs, ours) }, json))
    .where('user_id', '=', user)
    .where('attempt', '=', ours.attempt)
    .where('ordinal', '=', ours.ordinal)
    .execute();
}

const keyOf = (probe: { attempt: string; ordinal: number }) => `${probe.ordinal} ${probe.attempt}`;

async function mergeOverrules(scope: Scope, theirs: readonly Overrule[]): Promise<void> {
  const { db, user } = scope;
  const kept = await db.selectFrom('overrules').selectAll().where('user_id', '=', user).execute();
  const times = new Map(kept.map((row) => [targetOf(row), row.overruled_at]));
  for (const overrule of theirs) {
    if (overrule.at > (times.get(targetOf(overrule)) ?? '')) await putOverrule(scope, overrule);
  }
}

const targetOf = ({ attempt, kind, target }: Pick<Overrule, 'attempt' | 'kind' | 'target'>) =>
  JSON.stringify([attempt, kind, target]);

async function mergeOwnQuestions(scope: Scope, { added, updated }: Changes<OwnQuestion>): Promise<void> {
  for (const question of [...added, ...updated.map(({ theirs }) => theirs)]) {
    await putOwnQuestion(scope, question);
  }
}

async function mergeLabSessions(scope: Scope, { added, updated }: Changes<LabSession>): Promise<void> {
  await insertLabSessions(scope, added);
  for (const { theirs, ours } of updated) {
    await replaceLabSession(scope, { ...theirs, revision: mergedRevision(theirs, ours) });
  }
}

async function mergeScenarioSessions(
  scope: Scope,
  { added, updated }: Changes<ScenarioSession>,
): Promise<void> {
  await insertScenarioSessions(scope, added);
  for (const { theirs, ours } of updated) {
    await replaceScenarioSession(scope, { ...theirs, revision: mergedRevision(theirs, ours) });
  }
}

async function mergeTriageSessions(scope: Scope, { added, updated }: Changes<TriageSession>): Promise<void> {
  await insertTriageSessions(scope, added);
  for (const { theirs, ours } of updated) {
    await replaceTriageSession(scope, { ...theirs, revision: mergedRevision(theirs, ours) });
  }
}

async function mergeThreatModels(
  scope: Scope,
  { added, updated }: Changes<StoredThreatModel>,
): Promise<void> {
  await insertThreatModels(scope, added);
  for (const { theirs, ours } of updated) {
    await replaceThreatModel(scope, { ...theirs, revision: mergedRevision(theirs, ours) });
  }
}
