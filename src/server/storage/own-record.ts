import type { ExpressionBuilder } from 'kysely';
import type { Scope } from './scope.ts';
import type { Instant, WriteResult } from './storage.ts';
import type { JsonText, Tables } from './tables.ts';

type SessionTable = 'lab_sessions' | 'scenario_sessions' | 'triage_sessions';
type RecordTable = SessionTable | 'attempts' | 'threat_models';

/** Deletes the user's record with this id; false where there is none. */
export async function deleteRecord({ db, user }: Scope, table: RecordTable, id: string): Promise<boolean> {
  const gone = await db.deleteFrom(table).where('user_id', '=', user).where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

type Write = { readonly elapsedSeconds: number; readonly revision: number; readonly at: Instant };

/** What a saved draft changes in the row of its session. */
export const draftColumns = ({ elapsedSeconds, revision, at }: Write, draft: JsonText) => ({
  draft,
  elapsed_seconds: elapsedSeconds,
  updated_at: at,
  revision: revision + 1,
});

/** The user's session with this id, while it is open and nobody has written since the revision. */
export const openAt =
  (user: string, id: string, revision: number) => (where: ExpressionBuilder<Tables, SessionTable>) =>
    where.and({ user_id: user, id, state: 'open', revision });

/** What a writer is told who found no open session at the revision: what is stored, if that is open at all. */
export const conflictWith = <S extends { readonly state: string }>(
  current: S | undefined,
): WriteResult<S> | undefined => (current?.state === 'open' ? { conflict: true, current } : undefined);
