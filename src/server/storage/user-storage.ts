import type { Kysely } from 'kysely';
import { attemptsOf } from './attempts.ts';
import { draftsOf } from './drafts.ts';
import { exportAll } from './export-data.ts';
import { deleteRows, importAll, previewImport } from './import-data.ts';
import { JsonColumns, type StorageLog } from './json-column.ts';
import { labSessionsOf } from './lab-sessions.ts';
import { overrulesOf } from './overrules.ts';
import { ownQuestionsOf } from './own-questions.ts';
import { probesOf } from './probes.ts';
import { scenarioSessionsOf } from './scenario-sessions.ts';
import { exclusively, type Scope } from './scope.ts';
import { settingsOf } from './settings.ts';
import type { Storage, UserStorage } from './storage.ts';
import type { Tables } from './tables.ts';
import { threatModelsOf } from './threat-models.ts';
import { triageSessionsOf } from './triage-sessions.ts';

/** What differs from one database to the other behind the port. */
export type Engine = {
  readonly db: Kysely<Tables>;
  /** Turns an error of the driver into a `StorageError` where the database could not do its work. */
  readonly translate: (error: unknown) => unknown;
  /** Removes what deleted rows left behind in the files. */
  readonly scrub: () => Promise<void>;
};

/** Puts the port on an engine whose schema is up to date. */
export function storageOn(engine: Engine, log: StorageLog): Storage {
  const json = new JsonColumns(log);
  return {
    forUser: (user) => guarded(userStorage({ db: engine.db, user, json }, engine.scrub), engine.translate),
    close: () => engine.db.destroy(),
  };
}

function userStorage(scope: Scope, scrub: Engine['scrub']): UserStorage {
  return {
    ...attemptsOf(scope),
    ...draftsOf(scope),
    ...probesOf(scope),
    ...overrulesOf(scope),
    ...ownQuestionsOf(scope),
    ...settingsOf(scope),
    ...labSessionsOf(scope),
    ...scenarioSessionsOf(scope),
    ...triageSessionsOf(scope),
    ...threatModelsOf(scope),
    exportAll: () => exportAll(scope),
    importAll: (data, mode) => importAll(scope, data, mode),
    previewImport: (data) => previewImport(scope, data),
    deleteAll: () => deleteAll(scope, scrub),
  };
}

async function deleteAll(scope: Scope, scrub: Engine['scrub']): Promise<void> {
  await exclusively(scope, async (inside) => {
    await deleteRows(inside);
    await inside.db.deleteFrom('user_locks').where('user_id', '=', scope.user).execute();
  });
  await scrub();
}

/** The same methods, with their errors translated. */
function guarded<T extends object>(methods: T, translate: Engine['translate']): T {
  const entries = Object.entries(methods).map(([name, method]) => [name, guard(method, translate)]);
  return Object.fromEntries(entries) as T;
}

type Method = (...values: unknown[]) => Promise<unknown>;

function guard(method: Method, translate: Engine['translate']): Method {
  return async (...values) => {
    try {
      return await method(...values);
    } catch (error) {
      throw translate(error);
    }
  };
}
