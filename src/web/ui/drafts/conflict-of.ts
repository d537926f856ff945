import { ApiProblem, isRecord } from '../api/problem.ts';
import type { Stored } from './draft.ts';
import type { SaveOutcome } from './draft-keeper.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The other tab's text out of a refusal, when it is one of that kind. */
export function conflictOf(error: unknown): Stored | null {
  if (!(error instanceof ApiProblem) || error.status !== 409 || !isRecord(error.body)) return null;
  const current = error.body.current;
  if (!isRecord(current)) return null;
  return {
    answer: text(current.answer),
    notes: text(current.notes),
    elapsedSeconds: count(current.elapsedSeconds),
    revision: count(current.revision),
  };
}

/** What a request that saves a draft came to. */
export async function outcomeOf(pending: Promise<{ revision: number }>): Promise<SaveOutcome> {
  try {
    return { type: 'acknowledged', revision: (await pending).revision };
  } catch (error) {
    const current = conflictOf(error);
    if (current) return { type: 'conflicted', current };
    const gone = error instanceof ApiProblem && (error.status === 404 || error.status === 409);
    return { type: gone ? 'went' : 'failed' };
  }
}
