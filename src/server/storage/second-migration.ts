import { type Kysely, sql } from 'kysely';
import type { Dialect } from './first-migration.ts';
import type { Tables } from './tables.ts';

/** Adds the goes at labs. */
export async function createLabSessions(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  // Compared byte by byte, as SQLite does, whatever the language of the PostgreSQL cluster.
  const text = dialect === 'postgres' ? sql`text collate "C"` : ('text' as const);
  await db.schema
    .createTable('lab_sessions')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('lab', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull().check(sql`state in ('open', 'closed')`))
    .addColumn('timed', 'integer', (column) => column.notNull().check(sql`timed in (0, 1)`))
    .addColumn('started_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addColumn('elapsed_seconds', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('results', text, (column) => column.notNull())
    .addColumn('score', 'double precision')
    .addPrimaryKeyConstraint('lab_sessions_key', ['user_id', 'id'])
    .execute();
  await db.schema
    .createIndex('lab_sessions_by_lab')
    .on('lab_sessions')
    .columns(['user_id', 'lab', 'state'])
    .execute();
}
