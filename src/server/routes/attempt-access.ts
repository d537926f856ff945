import { attemptView } from '../practice/attempt-view.ts';
import { type AttemptRecord, isShown } from '../practice/standing.ts';
import { attemptSummary } from '../practice/summaries.ts';
import type { Attempt } from '../storage/storage.ts';
import { missing, Problem } from './problem.ts';
import type { AttemptView } from './schemas/attempt.ts';
import type { AttemptSummary } from './schemas/question.ts';
import type { Services } from './services.ts';

export const unknownAttempt = (): Problem =>
  missing('There is no such attempt.', 'It may have been deleted in another tab; open the history.');

export async function attemptOf({ storage }: Services, id: string): Promise<Attempt> {
  const attempt = await storage.attempt(id);
  if (!attempt) throw unknownAttempt();
  return attempt;
}

/** The attempt with its probes and overrules, once its grade may be shown. */
export async function recordOf(services: Services, id: string): Promise<AttemptRecord> {
  const { storage } = services;
  const attempt = await attemptOf(services, id);
  if (!isShown(attempt)) throw notGraded();
  const [probes, overrules] = await Promise.all([storage.probes(id), storage.overrules(id)]);
  return { attempt, probes, overrules };
}

export const notGraded = (): Problem =>
  new Problem({
    kind: 'not-graded',
    status: 409,
    title: 'The grade is not shown yet',
    detail: 'This works once the answer is handed in and you have scored it yourself.',
    mend: 'Hand in the answer, then give it your own score.',
  });

export const viewOf = (services: Services, attempt: Attempt): Promise<AttemptView> =>
  attemptView(attempt, services);

export function summariesOf({ catalog }: Services, attempts: readonly Attempt[]): Promise<AttemptSummary[]> {
  return Promise.all(
    attempts.map(async (attempt) => attemptSummary(attempt, await catalog.ofAttempt(attempt))),
  );
}
