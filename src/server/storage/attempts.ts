import { deleteRecord } from './own-record.ts';
import { attemptOf, attemptRow } from './rows.ts';
import { exclusively, type Scope } from './scope.ts';
import type { Attempt, AttemptFilter, AttemptOutline, Instant, UserStorage } from './storage.ts';

type Attempts = Pick<UserStorage, 'startAttempt' | 'attempt' | 'attempts' | 'outlines' | 'deleteAttempt'>;

/** Starting, finding and deleting attempts. */
export function attemptsOf(scope: Scope): Attempts {
  return {
    startAttempt: (question, id, at) => exclusively(scope, (inside) => start(inside, question, id, at)),
    attempt: (id) => findAttempt(scope, id),
    attempts: (filter) => listAttempts(scope, filter),
    outlines: () => listOutlines(scope),
    deleteAttempt: (id) => deleteRecord(scope, 'attempts', id),
  };
}

/** One attempt, or `undefined`. */
export async function findAttempt({ db, user, json }: Scope, id: string): Promise<Attempt | undefined> {
  const found = db.selectFrom('attempts').selectAll().where('user_id', '=', user).where('id', '=', id);
  const row = await found.executeTakeFirst();
  return row && attemptOf(row, json);
}

async function start(scope: Scope, question: string, id: string, at: Instant): Promise<Attempt> {
  const [open] = await listAttempts(scope, { question, state: 'drafting', limit: 1 });
  if (open) return open;
  const attempt = freshAttempt(question, id, at);
  await scope.db
    .insertInto('attempts')
    .values(attemptRow(scope.user, attempt, scope.json))
    .execute();
  return attempt;
}

function freshAttempt(question: string, id: string, at: Instant): Attempt {
  return {
    id,
    question,
    state: 'drafting',
    answer: '',
    notes: '',
    elapsedSeconds: 0,
    revision: 0,
    startedAt: at,
    updatedAt: at,
    submittedAt: null,
    selfScore: null,
    grade: null,
    gradedQuestion: null,
  };
}

async function listAttempts({ db, user, json }: Scope, filter: AttemptFilter): Promise<readonly Attempt[]> {
  const { question, state, limit } = filter;
  const rows = await db
    .selectFrom('attempts')
    .selectAll()
    .where('user_id', '=', user)
    .$if(question !== undefined, (query) => query.where('question', '=', question ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'drafting'))
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  return rows.map((row) => attemptOf(row, json));
}

async function listOutlines({ db, user }: Scope): Promise<readonly AttemptOutline[]> {
  return db
    .selectFrom('attempts')
    .select(['id', 'question', 'state', 'score', 'band'])
    .select(['started_at as startedAt', 'submitted_at as submittedAt'])
    .select(['self_score as selfScore', 'elapsed_seconds as elapsedSeconds'])
    .where('user_id', '=', user)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
}
