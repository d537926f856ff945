import { type Kysely, sql } from 'kysely';
import type { Dialect } from './first-migration.ts';
import type { Tables } from './tables.ts';

/** Adds the goes at scenarios. */
export async function createScenarioSessions(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  // Compared byte by byte, as SQLite does, whatever the language of the PostgreSQL cluster.
  const text = dialect === 'postgres' ? sql`text collate "C"` : ('text' as const);
  await db.schema
    .createTable('scenario_sessions')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('scenario', text, (column) => column.notNull())
    .addColumn('mode', text, (column) =>
      column.notNull().check(sql`mode in ('coached', 'exam', 'untimed', 'spot')`),
    )
    .addColumn('state', text, (column) => column.notNull().check(sql`state in ('open', 'asked', 'closed')`))
    .addColumn('started_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addColumn('elapsed_seconds', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('draft', text, (column) => column.notNull())
    .addColumn('results', text, (column) => column.notNull())
    .addColumn('score', 'double precision')
    .addPrimaryKeyConstraint('scenario_sessions_key', ['user_id', 'id'])
    .execute();
  await db.schema
    .createIndex('scenario_sessions_by_scenario')
    .on('scenario_sessions')
    .columns(['user_id', 'scenario', 'state'])
    .execute();
}
