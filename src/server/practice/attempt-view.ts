import type { RedFlag } from '#core/content/red-flag.ts';
import type { AccuracyCard } from '../routes/schemas/accuracy.ts';
import type { AttemptView } from '../routes/schemas/attempt.ts';
import type { Attempt, UserStorage } from '../storage/storage.ts';
import type { Catalog } from './catalog.ts';
import type { Reader } from './reader.ts';
import { resultOf } from './result.ts';
import { isShown } from './standing.ts';

type Needs = {
  readonly catalog: Catalog;
  readonly storage: UserStorage;
  readonly reader: Reader;
  readonly redFlags: readonly RedFlag[];
  readonly accuracy: AccuracyCard | undefined;
};

/** What the browser may see of an attempt: the result only once it is graded. */
export async function attemptView(attempt: Attempt, needs: Needs): Promise<AttemptView> {
  const { id, state, answer, notes, elapsedSeconds, revision, startedAt, submittedAt, selfScore } = attempt;
  const question = await needs.catalog.ofAttempt(attempt);
  const own = { id, state, answer, notes, elapsedSeconds, revision, startedAt, submittedAt, selfScore };
  if (!isShown(attempt)) return { ...own, question, result: null };
  const [probes, overrules] = await Promise.all([needs.storage.probes(id), needs.storage.overrules(id)]);
  return { ...own, question, result: resultOf({ attempt, probes, overrules }, needs) };
}
