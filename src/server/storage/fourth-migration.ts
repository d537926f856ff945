import { type Kysely, sql } from 'kysely';
import type { Dialect } from './first-migration.ts';
import type { Tables } from './tables.ts';

const counts = ['elements', 'flows', 'boundaries', 'threats', 'mitigations'] as const;

/** Adds the user's own threat models and their named versions. */
export async function createThreatModels(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  // Compared byte by byte, as SQLite does, whatever the language of the PostgreSQL cluster.
  const text = dialect === 'postgres' ? sql`text collate "C"` : ('text' as const);
  const models = db.schema
    .createTable('threat_models')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('title', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('created_at', text, (column) => column.notNull())
    .addColumn('updated_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('threat_models_key', ['user_id', 'id']);
  await counts
    .reduce((table, name) => table.addColumn(name, 'integer', (column) => column.notNull()), models)
    .execute();
  const versions = db.schema
    .createTable('threat_model_versions')
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('model', text, (column) => column.notNull())
    .addColumn('id', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('saved_at', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('threat_model_versions_key', ['user_id', 'model', 'id'])
    .addForeignKeyConstraint(
      'threat_model_versions_model',
      ['user_id', 'model'],
      'threat_models',
      ['user_id', 'id'],
      (key) => key.onDelete('cascade'),
    );
  await counts
    .reduce((table, name) => table.addColumn(name, 'integer', (column) => column.notNull()), versions)
    .execute();
}
