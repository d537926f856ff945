import type { LabDraftWrite, LabOutline, LabProgress, LabSession } from './lab-session.ts';
import { noLabDraft, noLabResults } from './lab-session.ts';
import {
  labOutlineOf,
  labSessionOf,
  labSessionRow,
  outlineColumns,
  progressColumns,
} from './lab-session-rows.ts';
import { conflictWith, deleteRecord, draftColumns, openAt } from './own-record.ts';
import { exclusively, type Scope } from './scope.ts';
import type { Instant, UserStorage, WriteResult } from './storage.ts';

type LabSessions = Pick<
  UserStorage,
  'startLabSession' | 'labSession' | 'labOutlines' | 'saveLabDraft' | 'advanceLab' | 'deleteLabSession'
>;

/** The goes at labs. */
export function labSessionsOf(scope: Scope): LabSessions {
  return {
    startLabSession: (start) => startLabSession(scope, start),
    labSession: (id) => findLabSession(scope, id),
    labOutlines: () => listLabOutlines(scope),
    saveLabDraft: (id, draft) => saveLabDraft(scope, id, draft),
    advanceLab: (id, at, advance) => advanceLab(scope, { id, at, advance }),
    deleteLabSession: (id) => deleteRecord(scope, 'lab_sessions', id),
  };
}

type Start = Parameters<UserStorage['startLabSession']>[0];

function startLabSession(scope: Scope, { lab, id, at, timed }: Start): Promise<LabSession> {
  return exclusively(scope, async (inside) => {
    const open = await rowsOf(inside).where('lab', '=', lab).where('state', '=', 'open').executeTakeFirst();
    if (open) return labSessionOf(open, inside.json);
    const session: LabSession = {
      ...{ id, lab, state: 'open', timed, startedAt: at, updatedAt: at, elapsedSeconds: 0, revision: 0 },
      ...{ draft: noLabDraft, results: noLabResults, score: null },
    };
    await inside.db
      .insertInto('lab_sessions')
      .values(labSessionRow(inside.user, session, inside.json))
      .execute();
    return session;
  });
}

const rowsOf = ({ db, user }: Scope) => db.selectFrom('lab_sessions').selectAll().where('user_id', '=', user);

async function findLabSession(scope: Scope, id: string): Promise<LabSession | undefined> {
  const row = await rowsOf(scope).where('id', '=', id).executeTakeFirst();
  return row && labSessionOf(row, scope.json);
}

async function listLabOutlines({ db, user }: Scope): Promise<readonly LabOutline[]> {
  const rows = await db
    .selectFrom('lab_sessions')
    .select(outlineColumns)
    .where('user_id', '=', user)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(labOutlineOf);
}

/** Oldest first. */
export async function listLabSessions(scope: Scope): Promise<readonly LabSession[]> {
  const rows = await rowsOf(scope).orderBy('started_at').orderBy('id').execute();
  return rows.map((row) => labSessionOf(row, scope.json));
}

// One statement decides, so that of two writers with the same revision exactly one gets through.
async function saveLabDraft(
  scope: Scope,
  id: string,
  write: LabDraftWrite,
): Promise<WriteResult<LabSession> | undefined> {
  const { findings, files, explanation, revision } = write;
  const row = await scope.db
    .updateTable('lab_sessions')
    .set(draftColumns(write, scope.json.text({ findings, files, explanation })))
    .where(openAt(scope.user, id, revision))
    .returningAll()
    .executeTakeFirst();
  if (row) return { conflict: false, value: labSessionOf(row, scope.json) };
  return conflictWith(await findLabSession(scope, id));
}

type Advance = {
  readonly id: string;
  readonly at: Instant;
  readonly advance: (session: LabSession) => LabProgress;
};

function advanceLab(scope: Scope, { id, at, advance }: Advance): Promise<LabSession | undefined> {
  return exclusively(scope, async (inside) => {
    const session = await findLabSession(inside, id);
    if (!session) return undefined;
    const { results, score, state } = advance(session);
    const next: LabSession = { ...session, results, score, state, updatedAt: at };
    await inside.db
      .updateTable('lab_sessions')
      .set(progressColumns(next, inside.json))
      .where('user_id', '=', inside.user)
      .where('id', '=', id)
      .execute();
    return next;
  });
}

/** Writes a session over the one with the same id. */
export async function replaceLabSession({ db, user, json }: Scope, session: LabSession): Promise<void> {
  const row = labSessionRow(user, session, json);
  await db
    .updateTable('lab_sessions')
    .set(row)
    .where('user_id', '=', user)
    .where('id', '=', session.id)
    .execute();
}
