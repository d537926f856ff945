import { readAll } from './export-data.ts';
import {
  insertAttempts,
  insertLabSessions,
  insertProbes,
  insertScenarioSessions,
  insertThreatModels,
  insertThreatModelVersions,
  insertTriageSessions,
  portions,
} from './insert-rows.ts';
import { mergeAll } from './merge-data.ts';
import { type Changes, planMerge } from './merge-rules.ts';
import { overruleRow, ownQuestionRow } from './rows.ts';
import { exclusively, reading, type Scope } from './scope.ts';
import { findSettings, putSettings } from './settings.ts';
import type { ImportPreview, UserData } from './storage.ts';
import { userDataSchema } from './user-data.ts';

/**
 * Writes a document into the user's rows, all or nothing. Throws a `ZodError` for one that `readUserData`
 * would have refused. `merge`: see `mergeAll`.
 */
export async function importAll(scope: Scope, data: UserData, mode: 'replace' | 'merge'): Promise<void> {
  const valid = userDataSchema.parse(data);
  await exclusively(scope, async (inside) => {
    if (mode === 'merge') return mergeAll(inside, valid, await readAll(inside));
    await deleteRows(inside);
    await insertAll(inside, valid);
  });
}

/** Says what `importAll` would do, and changes nothing. Throws a `ZodError` where that would. */
export async function previewImport(scope: Scope, data: UserData): Promise<ImportPreview> {
  const theirs = userDataSchema.parse(data);
  const [ours, settings] = await reading(scope, async (inside) => [
    await readAll(inside),
    await findSettings(inside),
  ]);
  const plan = planMerge(theirs, ours);
  return {
    holds: sizesOf(theirs),
    merge: {
      attempts: counted(plan.attempts),
      ownQuestions: counted(plan.ownQuestions),
      labSessions: counted(plan.labSessions),
      scenarioSessions: counted(plan.scenarioSessions),
      triageSessions: counted(plan.triageSessions),
      threatModels: counted(plan.threatModels),
      settings: !settings,
    },
    replace: { removes: sizesOf(ours) },
  };
}

/** How many records a document holds of each kind that stands for itself. */
export const sizesOf = (data: UserData) => ({
  attempts: data.attempts.length,
  ownQuestions: data.ownQuestions.length,
  labSessions: data.labSessions.length,
  scenarioSessions: data.scenarioSessions.length,
  triageSessions: data.triageSessions.length,
  threatModels: data.threatModels.length,
});

const counted = ({ added, updated }: Changes<unknown>) => ({ added: added.length, updated: updated.length });

/** Deletes every row of the user but the lock that the transaction holds. */
export async function deleteRows({ db, user }: Scope): Promise<void> {
  for (const table of [
    'probes',
    'overrules',
    'attempts',
    'own_questions',
    'lab_sessions',
    'scenario_sessions',
    'triage_sessions',
    'threat_model_versions',
    'threat_models',
    'settings',
  ] as const) {
    await db.deleteFrom(table).where('user_id', '=', user).execute();
  }
}

async function insertAll(scope: Scope, data: UserData): Promise<void> {
  const { db, user, json } = scope;
  await insertAttempts(scope, data.attempts);
  await insertProbes(scope, data.probes);
  for (const rows of portions(data.overrules.map((overrule) => overruleRow(user, overrule, json)))) {
    await db.insertInto('overrules').values(rows).execute();
  }
  for (const rows of portions(data.ownQuestions.map((question) => ownQuestionRow(user, question)))) {
    await db.insertInto('own_questions').values(rows).execute();
  }
  await insertLabSessions(scope, data.labSessions);
  await insertScenarioSessions(scope, data.scenarioSessions);
  await insertTriageSessions(scope, data.triageSessions);
  await insertThreatModels(scope, data.threatModels);
  await insertThreatModelVersions(scope, data.threatModelVersions);
  await putSettings(scope, data.settings);
}
