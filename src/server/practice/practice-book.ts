import type { Band } from '#core/content/vocabulary.ts';
import { isWeak, type PracticeStatus, type Schedule, schedule } from '#core/plan/schedule.ts';
import type { AttemptOutline } from '../storage/storage.ts';

type Graded = AttemptOutline & { readonly submittedAt: string; readonly score: number; readonly band: Band };

/** How the user stands on one question. */
export type Practice = {
  readonly schedule: Schedule;
  /** Graded ones. */
  readonly attempts: number;
  readonly last: Graded | null;
};

const untouched: Practice = {
  schedule: { status: 'new', dueAt: null, lastBand: null },
  attempts: 0,
  last: null,
};

/** How the user stands on every question, from the outlines of all attempts. */
export class PracticeBook {
  readonly #byQuestion: ReadonlyMap<string, Practice>;

  constructor(outlines: readonly AttemptOutline[], now: Date, interview: string | null) {
    const graded = new Map<string, Graded[]>();
    for (const outline of outlines.filter(isGraded)) {
      graded.set(outline.question, [...(graded.get(outline.question) ?? []), outline]);
    }
    this.#byQuestion = new Map(
      [...graded].map(([question, attempts]) => [question, practiceOf(attempts, now, interview)]),
    );
  }

  of(question: string): Practice {
    return this.#byQuestion.get(question) ?? untouched;
  }
}

/** The score of an answer that was only handed in is nobody's business yet. */
export function isGraded(outline: AttemptOutline): outline is Graded {
  return (
    outline.state === 'graded' &&
    outline.submittedAt !== null &&
    outline.score !== null &&
    outline.band !== null
  );
}

function practiceOf(attempts: readonly Graded[], now: Date, interview: string | null): Practice {
  const history = attempts.map(({ submittedAt, score, band }) => ({ at: submittedAt, score, band }));
  const last = attempts.reduce((a, b) => (b.submittedAt >= a.submittedAt ? b : a));
  return { schedule: schedule(history, now, interview), attempts: attempts.length, last };
}

/** What a filter on `status` finds: the main status, and weak or strong by the last band. */
export function statusesOf(practice: Practice): readonly PracticeStatus[] {
  if (practice === untouched) return onlyNew;
  const { status, lastBand } = practice.schedule;
  if (lastBand === null) return [status];
  const standing = isWeak(lastBand) ? 'weak' : 'strong';
  return status === standing ? [status] : [status, standing];
}

const onlyNew = ['new'] as const;
