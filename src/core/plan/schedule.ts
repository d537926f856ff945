import { createEmptyCard, fsrs, type Grade as Rating } from 'ts-fsrs';
import type { Band } from '#core/content/vocabulary.ts';

/** A graded attempt, as far as the schedule is concerned. `at` is an ISO 8601 instant in UTC; `score` 0..1. */
export type GradedAttempt = { readonly at: string; readonly score: number; readonly band: Band };

/**
 * `new`: never graded. `due`: to be practiced now. `weak` and `strong`: by the last band, and not due.
 * `resting`: strong, and expected to stay in memory until the interview.
 */
export type PracticeStatus = 'new' | 'due' | 'weak' | 'strong' | 'resting';

export type Schedule = {
  readonly status: PracticeStatus;
  /** ISO 8601 instant in UTC; null when there is nothing to repeat before the interview. */
  readonly dueAt: string | null;
  readonly lastBand: Band | null;
};

const day = 86_400_000;

/** Whole days only, no randomness: the same history always gives the same date. */
const memory = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  enable_short_term: false,
  maximum_interval: 365,
});

/** FSRS ratings. `Hard` counts as remembered there, so a weak answer is always `Again`. */
const again: Rating = 1;
const hard: Rating = 2;
const good: Rating = 3;
const easy: Rating = 4;

/** A hire-able answer below this score still cost effort. */
const effortlessScore = 0.65;

/**
 * When a question is to be practiced again, and how it stands. Source: FSRS-6 (open-spaced-repetition), the
 * default weights, 90 % wanted retention, one review per graded attempt, in order of time.
 *
 * A repetition falls due when memory is expected to drop to 90 %. So if that day lies on or after the interview,
 * the answer will still be there on the day, and nothing is scheduled. An interview that has passed sets no bound.
 *
 * @param graded all graded attempts on one question, in any order
 * @param now the present moment
 * @param interview calendar date `YYYY-MM-DD`, or null; its day counts from 00:00 UTC
 */
export function schedule(graded: readonly GradedAttempt[], now: Date, interview: string | null): Schedule {
  const last = latest(graded);
  if (!last) return { status: 'new', dueAt: null, lastBand: null };
  const dueAt = withinHorizon(dueTime(graded), now, interview);
  const lastBand = last.band;
  const weak = isWeak(lastBand);
  if (dueAt === null) return { status: weak ? 'weak' : 'resting', dueAt, lastBand };
  const due = dueAt <= now.getTime();
  const standing = weak ? 'weak' : 'strong';
  return { status: due ? 'due' : standing, dueAt: new Date(dueAt).toISOString(), lastBand };
}

export const isWeak = (band: Band): boolean => band === 'no' || band === 'strong-no';

function latest(graded: readonly GradedAttempt[]): GradedAttempt | undefined {
  return graded.reduce<GradedAttempt | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
}

/** Milliseconds since the epoch. Half a day early: what is due on a day can be practiced at any hour of it. */
function dueTime(graded: readonly GradedAttempt[]): number {
  const inOrder = graded.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  let card = createEmptyCard(new Date(inOrder[0]?.at ?? 0));
  for (const attempt of inOrder) card = memory.next(card, new Date(attempt.at), ratingOf(attempt)).card;
  return new Date(card.last_review ?? card.due).getTime() + Math.max(1, card.scheduled_days) * day - day / 2;
}

function ratingOf({ band, score }: GradedAttempt): Rating {
  if (isWeak(band)) return again;
  if (band === 'strong-yes') return easy;
  return score < effortlessScore ? hard : good;
}

function withinHorizon(due: number, now: Date, interview: string | null): number | null {
  if (interview === null) return due;
  const horizon = Date.parse(`${interview}T00:00:00.000Z`);
  const passed = now.getTime() >= horizon + day;
  return passed || due < horizon ? due : null;
}
