import { DatabaseSync } from 'node:sqlite';
import { blockingPatience, patiently, usualPatience } from './sqlite-patience.ts';
import { StorageError } from './storage.ts';

/** "HOTS": tells our databases from those of other programs. */
const applicationId = 0x48_4f_54_53;

/**
 * Opens a connection on which an acknowledged commit is on disk and deleted content is overwritten.
 * Refuses, untouched, the database of another program.
 */
export async function connectSqlite(file: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(file, {
    timeout: blockingPatience,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    allowExtension: false,
    defensive: true,
  });
  try {
    await patiently(usualPatience, () => refuseForeign(database, file));
    await patiently(usualPatience, () => database.exec('pragma journal_mode = wal'));
    database.exec('pragma synchronous = full; pragma secure_delete = on; pragma trusted_schema = off');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

// One statement sees one moment, should another process be beginning the same database.
const ownerAndTables =
  'select application_id as owner, (select count(*) from sqlite_schema) as tables from pragma_application_id';

function refuseForeign(database: DatabaseSync, file: string): void {
  const found = database.prepare(ownerAndTables).get();
  if (found?.owner === applicationId) return;
  if (found?.tables !== 0) {
    throw new StorageError('unavailable', `${file} is the database of another program.`);
  }
  database.exec(`pragma application_id = ${applicationId}`);
}
