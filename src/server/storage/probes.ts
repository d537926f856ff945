import type { Grade } from '#core/grading/grade.ts';
import { probeOf, probeRow } from './rows.ts';
import type { Scope } from './scope.ts';
import type { Probe, UserStorage, WriteResult } from './storage.ts';

type Probes = Pick<UserStorage, 'probes' | 'addProbe' | 'saveProbeDraft' | 'answerProbe'>;
type Answered = { answer: string; grade: Grade; at: string };

/** The interviewer's follow-ups. */
export function probesOf(scope: Scope): Probes {
  return {
    probes: (attempt) => listProbes(scope, attempt),
    addProbe: (probe) => addProbe(scope, probe),
    saveProbeDraft: (attempt, ordinal, draft) => saveProbeDraft(scope, attempt, ordinal, draft),
    answerProbe: (attempt, ordinal, answered) => answerProbe(scope, attempt, ordinal, answered),
  };
}

async function listProbes({ db, user, json }: Scope, attempt: string): Promise<readonly Probe[]> {
  const rows = await db
    .selectFrom('probes')
    .selectAll()
    .where('user_id', '=', user)
    .where('attempt', '=', attempt)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => probeOf(row, json));
}

async function findProbe(
  { db, user, json }: Scope,
  attempt: string,
  ordinal: number,
): Promise<Probe | undefined> {
  const row = await db
    .selectFrom('probes')
    .selectAll()
    .where('user_id', '=', user)
    .where('attempt', '=', attempt)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  return row && probeOf(row, json);
}

async function addProbe(scope: Scope, probe: Probe): Promise<Probe> {
  await scope.db
    .insertInto('probes')
    .values(probeRow(scope.user, probe, scope.json))
    .onConflict((conflict) => conflict.columns(['user_id', 'attempt', 'ordinal']).doNothing())
    .execute();
  return (await findProbe(scope, probe.attempt, probe.ordinal)) ?? probe;
}

const unanswered = ({ db, user }: Scope, attempt: string, ordinal: number) =>
  db
    .updateTable('probes')
    .where('user_id', '=', user)
    .where('attempt', '=', attempt)
    .where('ordinal', '=', ordinal)
    .where('answered_at', 'is', null);

async function saveProbeDraft(
  scope: Scope,
  attempt: string,
  ordinal: number,
  draft: { answer: string; revision: number },
): Promise<WriteResult<Probe> | undefined> {
  const row = await unanswered(scope, attempt, ordinal)
    .where('revision', '=', draft.revision)
    .set({ answer: draft.answer, revision: draft.revision + 1 })
    .returningAll()
    .executeTakeFirst();
  if (row) return { conflict: false, value: probeOf(row, scope.json) };
  const current = await findProbe(scope, attempt, ordinal);
  return current?.answeredAt === null ? { conflict: true, current } : undefined;
}

async function answerProbe(
  scope: Scope,
  attempt: string,
  ordinal: number,
  { answer, grade, at }: Answered,
): Promise<Probe | undefined> {
  const row = await unanswered(scope, attempt, ordinal)
    .set((probe) => ({
      answer,
      grade: scope.json.write(grade),
      answered_at: at,
      revision: probe('revision', '+', 1),
    }))
    .returningAll()
    .executeTakeFirst();
  return row ? probeOf(row, scope.json) : findProbe(scope, attempt, ordinal);
}
