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
import { patiently, usualPatience } from './sqlite-patience.ts';
import { type Storage, StorageError } from './storage.ts';
import type { Tables } from './tables.ts';
import { storageOn } from './user-storage.ts';

export type SqliteOptions = {
  /** Where the database is or shall be; `:memory:` for one that lives as long as the storage. */
  readonly file: string;
  /** Names a damaged file that is set aside. */
  readonly clock?: () => Date;
  readonly log?: StorageLog;
  /** How long to wait for another program that uses the file, in milliseconds; 5000 unless told. */
  readonly patience?: number;
};

/** A storage, with what the user must be told about how it opened. */
export type SqliteStorage = Storage & { readonly notices: readonly StorageNotice[] };

const inMemory = ':memory:';

/**
 * Opens the database, or begins it. A damaged one is set aside (see `notices`). Throws `StorageError`:
 * `newer-schema` when a later Hotseat wrote it; `full`, `busy` or `unavailable` when it cannot be opened.
 */
export async function openSqliteStorage(options: SqliteOptions): Promise<SqliteStorage> {
  const { file, clock = () => new Date() } = options;
  try {
    const notices = file === inMemory ? [] : findFile(file, clock);
    return { ...(await sqliteStorageOn(await connectSqlite(file), options)), notices };
  } catch (error) {
    throw translateSqlite(error, file);
  }
}

/** Puts the port on a connection, which it closes in the end. */
export async function sqliteStorageOn(database: DatabaseSync, options: SqliteOptions): Promise<Storage> {
  const { file, log = silentLog, patience = usualPatience } = options;
  const dialect = nodeSqliteDialect(database, patience);
  const db = new Kysely<Tables>({ dialect, plugins: [new ExactText()] });
  try {
    await migrate(db, 'sqlite', file);
  } catch (error) {
    database.close();
    throw error;
  }
  const translate = (error: unknown) => translateSqlite(error, file);
  return storageOn({ db, translate, scrub: () => scrub(db, file, patience) }, log);
}

function findFile(file: string, clock: () => Date): readonly StorageNotice[] {
  prepareFile(file);
  return keepAsideIfDamaged(file, clock());
}

async function scrub(db: Kysely<Tables>, file: string, patience: number): Promise<void> {
  await sql`vacuum`.execute(db);
  await patiently(patience, () => emptyLog(db, file));
  if (file !== inMemory) removeKept(file);
}

async function emptyLog(db: Kysely<Tables>, file: string): Promise<void> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  if (rows[0]?.busy === 1) throw stillRead(file);
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
