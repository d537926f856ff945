import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { createScenarioSessions } from './fifth-migration.ts';
import { createTables, type Dialect } from './first-migration.ts';
import { createThreatModels } from './fourth-migration.ts';
import { createLabSessions } from './second-migration.ts';
import { createTriageSessions } from './sixth-migration.ts';
import { StorageError } from './storage.ts';
import type { Tables } from './tables.ts';
import { addLabStandings } from './third-migration.ts';

/** In order of their names; one that has been released never changes. */
const migrationsFor = (dialect: Dialect): Record<string, Migration> => ({
  '001-first-tables': { up: (db) => createTables(db, dialect) },
  '002-lab-sessions': { up: (db) => createLabSessions(db, dialect) },
  '003-lab-standings': { up: (db) => addLabStandings(db, dialect) },
  '004-threat-models': { up: (db) => createThreatModels(db, dialect) },
  '005-scenario-sessions': { up: (db) => createScenarioSessions(db, dialect) },
  '006-triage-sessions': { up: (db) => createTriageSessions(db, dialect) },
});

/**
 * Brings a database to the schema of this program. Throws `StorageError('newer-schema')`, having changed
 * nothing, when it holds a migration that this program does not know. Safe to run from several processes.
 */
export async function migrate(db: Kysely<Tables>, dialect: Dialect, where: string): Promise<void> {
  const migrations = migrationsFor(dialect);
  const applied = await appliedMigrations(db);
  const unknown = applied.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw newerSchema(where, unknown);
  if (applied.length === Object.keys(migrations).length) return;
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  if (error !== undefined) throw error;
}

async function appliedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return rows.map((row) => row.name);
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  }
}

const undefinedTable = '42P01';

function isMissingTable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === undefinedTable) || error.message.startsWith('no such table');
}

function newerSchema(where: string, unknown: readonly string[]): StorageError {
  const message =
    `${where} was last used by a newer version of Hotseat (it has ${unknown.join(', ')}). ` +
    'Nothing was changed. Update Hotseat, or set HOTSEAT_HOME to another folder to start afresh.';
  return new StorageError('newer-schema', message);
}
