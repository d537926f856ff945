import { deleteRecord } from './own-record.ts';
import { exclusively, type Scope } from './scope.ts';
import type { Instant, UserStorage, WriteResult } from './storage.ts';
import type {
  StoredThreatModel,
  ThreatModelOutline,
  ThreatModelVersion,
  ThreatModelVersionOutline,
  ThreatModelWrite,
} from './threat-model-record.ts';
import {
  documentColumns,
  modelOutlineColumns,
  modelOutlineOf,
  threatModelOf,
  threatModelRow,
  versionOf,
  versionOutlineColumns,
  versionOutlineOf,
  versionRow,
} from './threat-model-rows.ts';

type ThreatModels = Pick<
  UserStorage,
  | 'threatModels'
  | 'threatModel'
  | 'createThreatModel'
  | 'saveThreatModel'
  | 'renameThreatModel'
  | 'deleteThreatModel'
  | 'threatModelVersions'
  | 'threatModelVersion'
  | 'saveThreatModelVersion'
  | 'deleteThreatModelVersion'
>;

/** The user's own threat models and their named versions. */
export function threatModelsOf(scope: Scope): ThreatModels {
  return {
    threatModels: () => listOutlines(scope),
    threatModel: (id) => findThreatModel(scope, id),
    createThreatModel: (model) => createThreatModel(scope, model),
    saveThreatModel: (id, write) => saveThreatModel(scope, id, write),
    renameThreatModel: (id, title, at) => renameThreatModel(scope, id, { title, at }),
    deleteThreatModel: (id) => deleteRecord(scope, 'threat_models', id),
    threatModelVersions: (model) => listVersionOutlines(scope, model),
    threatModelVersion: (model, id) => findVersion(scope, model, id),
    saveThreatModelVersion: (version) => saveVersion(scope, version),
    deleteThreatModelVersion: (model, id) => deleteVersion(scope, model, id),
  };
}

const modelsOf = ({ db, user }: Scope) => db.selectFrom('threat_models').where('user_id', '=', user);
const versionsOf = ({ db, user }: Scope) =>
  db.selectFrom('threat_model_versions').where('user_id', '=', user);

async function listOutlines(scope: Scope): Promise<readonly ThreatModelOutline[]> {
  const rows = await modelsOf(scope)
    .select(modelOutlineColumns)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(modelOutlineOf);
}

/** Oldest first. */
export async function listThreatModels(scope: Scope): Promise<readonly StoredThreatModel[]> {
  const rows = await modelsOf(scope).selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => threatModelOf(row, scope.json));
}

async function findThreatModel(scope: Scope, id: string): Promise<StoredThreatModel | undefined> {
  const row = await modelsOf(scope).selectAll().where('id', '=', id).executeTakeFirst();
  return row && threatModelOf(row, scope.json);
}

type NewModel = Parameters<UserStorage['createThreatModel']>[0];

async function createThreatModel(
  { db, user, json }: Scope,
  { id, document, at }: NewModel,
): Promise<StoredThreatModel> {
  const model: StoredThreatModel = { id, document, revision: 0, createdAt: at, updatedAt: at };
  await db
    .insertInto('threat_models')
    .values(threatModelRow(user, model, json))
    .execute();
  return model;
}

// One statement decides, so that of two writers with the same revision exactly one gets through.
async function saveThreatModel(
  scope: Scope,
  id: string,
  { document, revision, at }: ThreatModelWrite,
): Promise<WriteResult<StoredThreatModel> | undefined> {
  const row = await scope.db
    .updateTable('threat_models')
    .set({
      title: document.title,
      ...documentColumns(document, scope.json),
      updated_at: at,
      revision: revision + 1,
    })
    .where('user_id', '=', scope.user)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('created_at')
    .executeTakeFirst();
  if (row) {
    const value = { id, document, revision: revision + 1, createdAt: row.created_at, updatedAt: at };
    return { conflict: false, value };
  }
  const current = await findThreatModel(scope, id);
  return current && { conflict: true, current };
}

function renameThreatModel(
  scope: Scope,
  id: string,
  { title, at }: { readonly title: string; readonly at: Instant },
): Promise<StoredThreatModel | undefined> {
  return exclusively(scope, async (inside) => {
    const model = await findThreatModel(inside, id);
    if (!model) return undefined;
    const document = { ...model.document, title };
    const renamed = { ...model, document, revision: model.revision + 1, updatedAt: at };
    await replaceThreatModel(inside, renamed);
    return renamed;
  });
}

/** Writes a model over the one with the same id. */
export async function replaceThreatModel({ db, user, json }: Scope, model: StoredThreatModel): Promise<void> {
  await db
    .updateTable('threat_models')
    .set(threatModelRow(user, model, json))
    .where('user_id', '=', user)
    .where('id', '=', model.id)
    .execute();
}

async function listVersionOutlines(
  scope: Scope,
  model: string,
): Promise<readonly ThreatModelVersionOutline[]> {
  const rows = await versionsOf(scope)
    .select(versionOutlineColumns)
    .where('model', '=', model)
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(versionOutlineOf);
}

/** Those of all models, in order of model and time. */
export async function listThreatModelVersions(scope: Scope): Promise<readonly ThreatModelVersion[]> {
  const rows = await versionsOf(scope)
    .selectAll()
    .orderBy('model')
    .orderBy('saved_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => versionOf(row, scope.json));
}

async function findVersion(scope: Scope, model: string, id: string): Promise<ThreatModelVersion | undefined> {
  const row = await versionsOf(scope)
    .selectAll()
    .where('model', '=', model)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && versionOf(row, scope.json);
}

type NewVersion = Parameters<UserStorage['saveThreatModelVersion']>[0];

function saveVersion(
  scope: Scope,
  { model, id, name, at }: NewVersion,
): Promise<ThreatModelVersion | undefined> {
  return exclusively(scope, async (inside) => {
    const stored = await findThreatModel(inside, model);
    if (!stored) return undefined;
    const version = { model, id, name, document: stored.document, savedAt: at };
    await inside.db
      .insertInto('threat_model_versions')
      .values(versionRow(inside.user, version, inside.json))
      .execute();
    return version;
  });
}

async function deleteVersion({ db, user }: Scope, model: string, id: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('threat_model_versions')
    .where('user_id', '=', user)
    .where('model', '=', model)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
