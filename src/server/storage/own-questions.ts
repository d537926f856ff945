import { ownQuestionOf, ownQuestionRow } from './rows.ts';
import type { Scope } from './scope.ts';
import type { OwnQuestion, UserStorage } from './storage.ts';

type OwnQuestions = Pick<
  UserStorage,
  'ownQuestions' | 'ownQuestion' | 'putOwnQuestion' | 'deleteOwnQuestion'
>;

/** Questions that the candidate wrote; oldest first. */
export function ownQuestionsOf(scope: Scope): OwnQuestions {
  return {
    ownQuestions: () => listOwnQuestions(scope),
    ownQuestion: (slug) => findOwnQuestion(scope, slug),
    putOwnQuestion: (question) => putOwnQuestion(scope, question),
    deleteOwnQuestion: (slug) => deleteOwnQuestion(scope, slug),
  };
}

async function listOwnQuestions({ db, user }: Scope): Promise<readonly OwnQuestion[]> {
  const rows = await db
    .selectFrom('own_questions')
    .selectAll()
    .where('user_id', '=', user)
    .orderBy('created_at')
    .orderBy('slug')
    .execute();
  return rows.map(ownQuestionOf);
}

async function findOwnQuestion({ db, user }: Scope, slug: string): Promise<OwnQuestion | undefined> {
  const row = await db
    .selectFrom('own_questions')
    .selectAll()
    .where('user_id', '=', user)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && ownQuestionOf(row);
}

/** Writes a question over an earlier one with the same slug. */
export async function putOwnQuestion({ db, user }: Scope, question: OwnQuestion): Promise<void> {
  const row = ownQuestionRow(user, question);
  await db
    .insertInto('own_questions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'slug']).doUpdateSet(row))
    .execute();
}

async function deleteOwnQuestion({ db, user }: Scope, slug: string): Promise<boolean> {
  const gone = await db
    .deleteFrom('own_questions')
    .where('user_id', '=', user)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
