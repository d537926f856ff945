import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { ExactText } from './exact-text.ts';
import { type StorageLog, silentLog } from './json-column.ts';
import { migrate } from './migrations.ts';
import { nodeSqliteDialect } from './sqlite-dialect.ts';
import { sqliteCode, translateSqlite } from './sqlite-errors.ts';
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
/** How long a statement waits for another process, in milliseconds. */
const busyTimeout = 5_000;

/**
 * Opens the database, or begins it. A damaged one is set aside (see `notices`). Throws `StorageError`:
 * `newer-schema` when a later Hotseat wrote it; `full`, `busy` or `unavailable` when it cannot be opened.
 */
export async function openSqliteStorage(options: SqliteOptions): Promise<SqliteStorage> {
  const { file, clock = () => new Date(), log = silentLog } = options;
  try {
    const notices = file === inMemory ? [] : findFile(file, clock);
    const database = await connect(file);
    const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database), plugins: [new ExactText()] });
    await migrate(db, 'sqlite', file).catch((error: unknown) => {
      database.close();
      throw error;
    });
    const engine = {
      db,
      translate: (error: unknown) => translateSqlite(error, file),
      scrub: () => scrub(db, file),
    };
    return { ...storageOn(engine, log), notices };
  } catch (error) {
    throw translateSqlite(error, file);
  }
}

function findFile(file: string, clock: () => Date): readonly StorageNotice[] {
  prepareFile(file);
  return keepAsideIfDamaged(file, clock());
}

/** "HOTS": tells our databases from those of other programs. */
const applicationId = 0x48_4f_54_53;

async function connect(file: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(file, {
    timeout: busyTimeout,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    allowExtension: false,
    defensive: true,
  });
  try {
    refuseForeign(database, file);
    await patiently(() => database.exec('pragma journal_mode = wal'));
    database.exec('pragma synchronous = full; pragma secure_delete = on; pragma trusted_schema = off');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseForeign(database: DatabaseSync, file: string): void {
  const id = database.prepare('pragma application_id').get()?.application_id;
  if (id === applicationId) return;
  const tables = database.prepare('select count(*) as count from sqlite_schema').get()?.count;
  if (tables !== 0) throw new StorageError('unavailable', `${file} is the database of another program.`);
  database.exec(`pragma application_id = ${applicationId}`);
}

const busyCode = 5;
const attempts = 50;

// Two processes that begin the same database at once: the change to WAL ignores the busy timeout.
async function patiently(work: () => void, left = attempts): Promise<void> {
  try {
    work();
  } catch (error) {
    if (left === 0 || sqliteCode(error) !== busyCode) throw error;
    await sleep(20);
    await patiently(work, left - 1);
  }
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
