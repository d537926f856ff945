import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** The two databases that the one migration set serves. */
export type Dialect = 'sqlite' | 'postgres';

type Db = Kysely<Tables>;
type ColumnType = RawBuilder<unknown> | 'text';

/** Creates every table of version 0.1. */
export async function createTables(db: Db, dialect: Dialect): Promise<void> {
  // Compared byte by byte, as SQLite does, whatever the language of the PostgreSQL cluster.
  const text: ColumnType = dialect === 'postgres' ? sql`text collate "C"` : 'text';
  await createAttempts(db, text);
  await createProbes(db, text);
  await createOverrules(db, text);
  await createOwnQuestions(db, text);
  await createSettings(db, text);
}

async function createAttempts(db: Db, text: ColumnType): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('question', text, (column) => column.notNull())
    .addColumn('state', text, (column) =>
      column.notNull().check(sql`state in ('drafting', 'submitted', 'graded')`),
    )
    .addColumn('answer', text, (column) => column.notNull())
    .addColumn('notes', text, (column) => column.notNull())
    .addColumn('elapsed_seconds', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('started_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addColumn('submitted_at', text)
    .addColumn('self_score', 'integer', (column) => column.check(sql`self_score between 1 and 4`))
    .addColumn('score', 'double precision')
    .addColumn('band', text)
    .addColumn('grade', text)
    .addColumn('graded_question', text)
    .addPrimaryKeyConstraint('attempts_key', ['user_id', 'id'])
    .execute();
  await db.schema
    .createIndex('attempts_by_start')
    .on('attempts')
    .columns(['user_id', 'started_at', 'id'])
    .execute();
  await db.schema
    .createIndex('attempts_by_question')
    .on('attempts')
    .columns(['user_id', 'question', 'state'])
    .execute();
}

async function createProbes(db: Db, text: ColumnType): Promise<void> {
  await db.schema
    .createTable('probes')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('attempt', text, (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('target', text)
    .addColumn('prompt', text, (column) => column.notNull())
    .addColumn('answer', text, (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('answered_at', text)
    .addColumn('grade', text)
    .addPrimaryKeyConstraint('probes_key', ['user_id', 'attempt', 'ordinal'])
    .addForeignKeyConstraint('probes_attempt', ['user_id', 'attempt'], 'attempts', ['user_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
}

async function createOverrules(db: Db, text: ColumnType): Promise<void> {
  await db.schema
    .createTable('overrules')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('attempt', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('target', text, (column) => column.notNull())
    .addColumn('verdict', text, (column) => column.notNull())
    .addColumn('quote', text)
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('overruled_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('overrules_key', ['user_id', 'attempt', 'kind', 'target'])
    .addForeignKeyConstraint(
      'overrules_attempt',
      ['user_id', 'attempt'],
      'attempts',
      ['user_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
}

async function createOwnQuestions(db: Db, text: ColumnType): Promise<void> {
  await db.schema
    .createTable('own_questions')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('slug', text, (column) => column.notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('prompt', text, (column) => column.notNull())
    .addColumn('model_answer', text, (column) => column.notNull())
    .addColumn('minutes', 'double precision', (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('own_questions_key', ['user_id', 'slug'])
    .execute();
}

async function createSettings(db: Db, text: ColumnType): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('user_id', text, (column) => column.primaryKey().notNull())
    .addColumn('interview_date', text)
    .addColumn('theme', text, (column) => column.notNull())
    .addColumn('languages', text, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('user_locks')
    .addColumn('user_id', text, (column) => column.primaryKey().notNull())
    .execute();
}
