import { conflictWith, deleteRecord, draftColumns, openAt } from './own-record.ts';
import { exclusively, type Scope } from './scope.ts';
import type { UserStorage, WriteResult } from './storage.ts';
import type {
  TriageDraftWrite,
  TriageHandIn,
  TriageOutline,
  TriageSession,
  TriageStart,
} from './triage-session.ts';
import {
  triageOutlineColumns,
  triageOutlineOf,
  triageSessionOf,
  triageSessionRow,
} from './triage-session-rows.ts';

type TriageSessions = Pick<
  UserStorage,
  | 'startTriageSession'
  | 'triageSession'
  | 'triageOutlines'
  | 'saveTriageDraft'
  | 'handInTriage'
  | 'deleteTriageSession'
>;

/** The goes at triage sets. */
export function triageSessionsOf(scope: Scope): TriageSessions {
  return {
    startTriageSession: (start) => startTriageSession(scope, start),
    triageSession: (id) => findTriageSession(scope, id),
    triageOutlines: () => listTriageOutlines(scope),
    saveTriageDraft: (id, draft) => saveTriageDraft(scope, id, draft),
    handInTriage: (id, handIn) => handInTriage(scope, id, handIn),
    deleteTriageSession: (id) => deleteRecord(scope, 'triage_sessions', id),
  };
}

const rowsOf = ({ db, user }: Scope) =>
  db.selectFrom('triage_sessions').selectAll().where('user_id', '=', user);

function startTriageSession(scope: Scope, { set, id, at, draft }: TriageStart): Promise<TriageSession> {
  return exclusively(scope, async (inside) => {
    const open = await rowsOf(inside)
      .where('triage_set', '=', set)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (open) return triageSessionOf(open, inside.json);
    const session: TriageSession = {
      ...{ id, set, state: 'open', startedAt: at, updatedAt: at, elapsedSeconds: 0, revision: 0 },
      ...{ draft, grade: null, score: null },
    };
    await inside.db
      .insertInto('triage_sessions')
      .values(triageSessionRow(inside.user, session, inside.json))
      .execute();
    return session;
  });
}

async function findTriageSession(scope: Scope, id: string): Promise<TriageSession | undefined> {
  const row = await rowsOf(scope).where('id', '=', id).executeTakeFirst();
  return row && triageSessionOf(row, scope.json);
}

async function listTriageOutlines({ db, user }: Scope): Promise<readonly TriageOutline[]> {
  const rows = await db
    .selectFrom('triage_sessions')
    .select(triageOutlineColumns)
    .where('user_id', '=', user)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(triageOutlineOf);
}

/** Oldest first. */
export async function listTriageSessions(scope: Scope): Promise<readonly TriageSession[]> {
  const rows = await rowsOf(scope).orderBy('started_at').orderBy('id').execute();
  return rows.map((row) => triageSessionOf(row, scope.json));
}

type Written = WriteResult<TriageSession> | undefined;

async function saveTriageDraft(scope: Scope, id: string, write: TriageDraftWrite): Promise<Written> {
  const { draft, revision } = write;
  return writeAt(scope, { id, revision }, draftColumns(write, scope.json.text(draft)));
}

async function handInTriage(
  scope: Scope,
  id: string,
  { grade, revision, at }: TriageHandIn,
): Promise<Written> {
  const values = {
    ...{ grade: scope.json.text(grade), score: grade.score },
    ...{ state: 'closed' as const, updated_at: at },
  };
  return writeAt(scope, { id, revision }, values);
}

type At = { readonly id: string; readonly revision: number };

// One statement decides, so that of two writers with the same revision exactly one gets through.
async function writeAt(scope: Scope, { id, revision }: At, values: object): Promise<Written> {
  const row = await scope.db
    .updateTable('triage_sessions')
    .set(values)
    .where(openAt(scope.user, id, revision))
    .returningAll()
    .executeTakeFirst();
  if (row) return { conflict: false, value: triageSessionOf(row, scope.json) };
  return conflictWith(await findTriageSession(scope, id));
}

/** Writes a session over the one with the same id. */
export async function replaceTriageSession({ db, user, json }: Scope, session: TriageSession): Promise<void> {
  await db
    .updateTable('triage_sessions')
    .set(triageSessionRow(user, session, json))
    .where('user_id', '=', user)
    .where('id', '=', session.id)
    .execute();
}
