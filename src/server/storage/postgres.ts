import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { ExactText } from './exact-text.ts';
import { type StorageLog, silentLog } from './json-column.ts';
import { migrate } from './migrations.ts';
import { translatePostgres } from './postgres-errors.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';
import { storageOn } from './user-storage.ts';

export type PostgresOptions = {
  /** As `pg` reads it: `postgres://user:password@host:5432/database`, or with `?host=/socket/folder`. */
  readonly connectionString: string;
  readonly log?: StorageLog;
};

/** Milliseconds. */
const connectTimeout = 10_000;
const statementTimeout = 30_000;

/**
 * Opens the database and brings its schema up to date; the database itself must exist. Throws
 * `StorageError`: `newer-schema` when a later Hotseat uses it, `unavailable` when it cannot be reached.
 */
export async function openPostgresStorage(options: PostgresOptions): Promise<Storage> {
  const { connectionString, log = silentLog } = options;
  const pool = openPool(connectionString, log);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new ExactText()] });
  try {
    await migrate(db, 'postgres', 'The PostgreSQL database');
  } catch (error) {
    // Not waited for: a connection that broke while it was being set up may never come back to the pool.
    pool.end().catch(() => undefined);
    throw translatePostgres(error);
  }
  return storageOn({ db, translate: translatePostgres, scrub: () => scrub(db) }, log);
}

function openPool(connectionString: string, log: StorageLog): Pool {
  const pool = new Pool({
    connectionString,
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: statementTimeout,
    application_name: 'hotseat',
    // A server may be set to acknowledge commits before they are on disk.
    options: '-c synchronous_commit=on',
  });
  // Without listeners, on the pool for idle connections and on each for when it works, the loss of one would
  // end the process. Whoever waits for a query is told by its promise.
  const lost = (error: Error) => log.warn({ problem: error.message }, 'a database connection was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Lets the space of deleted rows be overwritten. */
async function scrub(db: Kysely<Tables>): Promise<void> {
  const tables = sql`attempts, probes, overrules, own_questions, lab_sessions, threat_models, threat_model_versions`;
  await sql`vacuum ${tables}, settings, user_locks`.execute(db);
}
