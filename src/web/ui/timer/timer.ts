/** A stopwatch as a value; times in milliseconds of whatever clock is passed in. */
export type Timer = { readonly before: number; readonly since: number | null };

export const stopped = (seconds: number): Timer => ({ before: seconds * 1000, since: null });

export const start = (timer: Timer, now: number): Timer =>
  timer.since === null ? { ...timer, since: now } : timer;

export const elapsedMs = (timer: Timer, now: number): number =>
  timer.before + (timer.since === null ? 0 : Math.max(0, now - timer.since));

export const pause = (timer: Timer, now: number): Timer => ({ before: elapsedMs(timer, now), since: null });

export const elapsedSeconds = (timer: Timer, now: number): number => Math.floor(elapsedMs(timer, now) / 1000);

export type Phase = 'early' | 'last-minute' | 'over';

/** `limit` and `elapsed` in seconds. A question of a minute or less has no last minute to warn of. */
export function phaseOf(elapsed: number, limit: number): Phase {
  if (elapsed >= limit) return 'over';
  return limit > 60 && limit - elapsed <= 60 ? 'last-minute' : 'early';
}
