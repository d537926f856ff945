import { attemptOf, overruleOf, ownQuestionOf, probeOf } from './rows.ts';
import type { Scope } from './scope.ts';
import { findSettings } from './settings.ts';
import { defaultSettings, type UserData } from './storage.ts';

/** Reads everything of the user at one moment. */
export function exportAll(scope: Scope): Promise<UserData> {
  // Repeatable read gives PostgreSQL one snapshot for all tables; SQLite always does.
  const reading = scope.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return reading.execute((db) => readAll({ ...scope, db }));
}

/** Reads everything of the user inside the transaction of `scope`. */
export async function readAll(scope: Scope): Promise<UserData> {
  const { db, user, json } = scope;
  const attempts = await db
    .selectFrom('attempts')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  const probes = await db
    .selectFrom('probes')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('attempt')
    .orderBy('ordinal')
    .execute();
  const overrules = await db
    .selectFrom('overrules')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('attempt')
    .orderBy('overruled_at')
    .orderBy('kind')
    .orderBy('target')
    .execute();
  const ownQuestions = await db
    .selectFrom('own_questions')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('created_at')
    .orderBy('slug')
    .execute();
  return {
    format: 'hotseat-export',
    version: 1,
    settings: (await findSettings(scope)) ?? defaultSettings,
    attempts: attempts.map((row) => attemptOf(row, json)),
    probes: probes.map((row) => probeOf(row, json)),
    overrules: overrules.map((row) => overruleOf(row, json)),
    ownQuestions: ownQuestions.map(ownQuestionOf),
  };
}
