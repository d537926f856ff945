import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { ExactText } from './exact-text.ts';
import { type StorageLog, silentLog } from './json-column.ts';
import { migrate } from './migrations.ts';
import { connectSqlite } from './sqlite-connection.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import { translateSqlite } from './sqlite-errors.ts';
import { keepAsideIfDamaged, keptMark, prepareFile, type StorageNotice } from './sqlite-file.ts';
import { type Storage, StorageError } from './storage.ts';
import type { Tables } from './tables.ts';
import { storageOn } from './user-storage.ts';

export type SqliteOptions = {
  /** Where the database is or shall be; `:memory:` for one that lives as long as the storage. */
  readonly file: string;
  /** Names a damaged file that is set aside. */
  readonly clock?: () => Date;
  readonly log?: StorageLog;
};

/** A storage, with what the user must be told about how it opened. */
export type SqliteStorage = Storage & { readonly notices: readonly StorageNotice[] };

const inMemory = ':memory:';

/**
 * Opens the database, or begins it. A damaged one is set aside (see `notices`). Throws `StorageError`:
 * `newer-schema` when a later Hotseat wrote it; `full`, `busy` or `unavailable` when it cannot be opened.
 */
export async function openSqliteStorage(options: SqliteOptions): Promise<SqliteStorage> {
  const { file, clock = () => new Date(), log = silentLog } = options;
  try {
    const notices = file === inMemory ? [] : findFile(file, clock);
    return { ...(await sqliteStorageOn(await connectSqlite(file), file, log)), notices };
  } catch (error) {
    throw translateSqlite(error, file);
  }
}

/** Puts the port on a connection, which it closes in the end. `file` is what messages call the database. */
export async function sqliteStorageOn(
  database: DatabaseSync,
  file: string,
  log: StorageLog,
): Promise<Storage> {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database), plugins: [new ExactText()] });
  try {
    await migrate(db, 'sqlite', file);
  } catch (error) {
    database.close();
    throw error;
  }
  const translate = (error: unknown) => translateSqlite(error, file);
  return storageOn({ db, translate, scrub: () => scrub(db, file) }, log);
}

function findFile(file: string, clock: () => Date): readonly StorageNotice[] {
  prepareFile(file);
  return keepAsideIfDamaged(file, clock());
}

async function scrub(db: Kysely<Tables>, file: string): Promise<void> {
  await sql`vacuum`.execute(db);
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (rows[0]?.busy === 1) throw stillRead(file);
  if (file !== inMemory) removeKept(file);
}

function stillRead(file: string): StorageError {
  const message = `Everything was deleted, but another program reads ${file}, so traces may remain in it; close it and delete again.`;
  return new StorageError('busy', message);
}

// Files that were set aside as damaged hold the same person's answers.
function removeKept(file: string): void {
  const folder = dirname(file);
  const kept = readdirSync(folder).filter((name) => name.startsWith(basename(file) + keptMark));
  for (const name of kept) rmSync(join(folder, name));
}
