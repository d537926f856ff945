import { overruleOf, overruleRow } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Overrule, UserStorage } from './storage.ts';

type Overrules = Pick<UserStorage, 'overrules' | 'putOverrule' | 'deleteOverrule'>;

/** The candidate's objections to verdicts. */
export function overrulesOf(scope: Scope): Overrules {
  return {
    overrules: (attempt) => listOverrules(scope, attempt),
    putOverrule: (overrule) => putOverrule(scope, overrule),
    deleteOverrule: (attempt, kind, target) => deleteOverrule(scope, attempt, kind, target),
  };
}

async function listOverrules({ db, user, json }: Scope, attempt: string): Promise<readonly Overrule[]> {
  const rows = await db
    .selectFrom('overrules')
    .selectAll()
    .where('user_id', '=', user)
    .where('attempt', '=', attempt)
    .orderBy('overruled_at')
    .orderBy('kind')
    .orderBy('target')
    .execute();
  return rows.map((row) => overruleOf(row, json));
}

/** Writes an overrule over an earlier one on the same target. */
export async function putOverrule({ db, user, json }: Scope, overrule: Overrule): Promise<void> {
  const row = overruleRow(user, overrule, json);
  await db
    .insertInto('overrules')
    .values(row)
    .onConflict((conflict) => conflict.columns(['user_id', 'attempt', 'kind', 'target']).doUpdateSet(row))
    .execute();
}

async function deleteOverrule(
  { db, user }: Scope,
  attempt: string,
  kind: Overrule['kind'],
  target: string,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('overrules')
    .where('user_id', '=', user)
    .where('attempt', '=', attempt)
    .where('kind', '=', kind)
    .where('target', '=', target)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
