import { type Kysely, sql } from 'kysely';
import type { Dialect } from './first-migration.ts';
import type { Tables } from './tables.ts';

type Path = readonly [string, ...string[]];

/** Where in `results` the values of the new columns are. */
const paths = {
  passed_at: ['passedAt'],
  gave_up_at: ['gaveUpAt'],
  review_score: ['review', 'score'],
  explanation_score: ['explanation', 'score'],
} as const satisfies Record<string, Path>;

/** Copies how far goes at labs have come out of their results into columns, so that lists need not read those. */
export async function addLabStandings(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : ('text' as const);
  const table = db.schema.alterTable('lab_sessions');
  await table.addColumn('hints_taken', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  await table.addColumn('passed_at', text).execute();
  await table.addColumn('gave_up_at', text).execute();
  await table.addColumn('review_score', 'double precision').execute();
  await table.addColumn('explanation_score', 'double precision').execute();
  const at = (path: Path) => valueAt(dialect, path);
  await sql`
    update lab_sessions set
      hints_taken = coalesce(cast(${at(['hintsTaken'])} as integer), 0),
      passed_at = ${at(paths.passed_at)},
      gave_up_at = ${at(paths.gave_up_at)},
      review_score = cast(${at(paths.review_score)} as double precision),
      explanation_score = cast(${at(paths.explanation_score)} as double precision)`.execute(db);
}

function valueAt(dialect: Dialect, path: Path) {
  if (dialect === 'postgres') return sql`results::json #>> ${sql.lit(`{${path.join(',')}}`)}`;
  // A damaged record must not keep the program from starting.
  return sql`case when json_valid(results) then json_extract(results, ${sql.lit(`$.${path.join('.')}`)}) end`;
}
