import type { Kysely, Transaction } from 'kysely';
import type { JsonColumns } from './json-column.ts';
import type { Tables } from './tables.ts';

/** What a repository works on: one user's rows through one connection or transaction. */
export type Scope = { readonly db: Kysely<Tables>; readonly user: string; readonly json: JsonColumns };

/** Runs `work` in a transaction that no other write transaction of this user overlaps. */
export function exclusively<T>(scope: Scope, work: (inside: Scope) => Promise<T>): Promise<T> {
  return scope.db.transaction().execute(async (db) => {
    await lockUser(db, scope.user);
    return work({ ...scope, db });
  });
}

/** Runs `work`, which only reads, at one moment of the database. */
export function reading<T>(scope: Scope, work: (inside: Scope) => Promise<T>): Promise<T> {
  // Repeatable read gives PostgreSQL one snapshot for all tables; SQLite always does.
  const transaction = scope.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return transaction.execute((db) => work({ ...scope, db }));
}

// An upsert locks the row in PostgreSQL until the commit; SQLite has one writer anyway.
async function lockUser(db: Transaction<Tables>, user: string): Promise<void> {
  await db
    .insertInto('user_locks')
    .values({ user_id: user })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet((update) => ({ user_id: update.ref('excluded.user_id') })),
    )
    .execute();
}
