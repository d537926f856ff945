import { type Kysely, sql } from 'kysely';
import type { Dialect } from './first-migration.ts';
import type { Tables } from './tables.ts';

/** Adds the goes at triage sets. */
export async function createTriageSessions(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  // Compared byte by byte, as SQLite does, whatever the language of the PostgreSQL cluster.
  const text = dialect === 'postgres' ? sql`text collate "C"` : ('text' as const);
  await db.schema
    .createTable('triage_sessions')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('triage_set', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull().check(sql`state in ('open', 'closed')`))
    .addColumn('started_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addColumn('elapsed_seconds', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('grade', text)
    .addColumn('score', 'double precision')
    .addPrimaryKeyConstraint('triage_sessions_key', ['user_id', 'id'])
    .execute();
  await db.schema
    .createIndex('triage_sessions_by_set')
    .on('triage_sessions')
    .columns(['user_id', 'triage_set', 'state'])
    .execute();
}
