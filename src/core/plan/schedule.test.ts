import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands } from '#core/content/vocabulary.ts';
import { type GradedAttempt, schedule } from './schedule.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const attempt = (days: number, band: GradedAttempt['band'], score = 0.7): GradedAttempt => ({
  at: daysAgo(days),
  band,
  score,
});

const anyAttempt = fc.record({
  at: fc.integer({ min: 0, max: 400 }).map(daysAgo),
  band: fc.constantFrom(...bands),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyDate = fc.option(fc.integer({ min: -30, max: 120 }).map((days) => daysAgo(-days).slice(0, 10)));

describe('schedule', () => {
  it('calls a question new that was never graded', () => {
    expect(schedule([], now, null)).toEqual({ status: 'new', dueAt: null, lastBand: null });
  });

  it('brings a weak answer back the next day', () => {
    const { status, dueAt } = schedule([attempt(0, 'no', 0.3)], now, null);
    expect(status).toBe('weak');
    expect(dueAt).toBe('2026-11-24T00:00:00.000Z');
    expect(schedule([attempt(1, 'no', 0.3)], now, null).status).toBe('due');
  });

  it('waits longer after a better answer', () => {
    const due = bands.map((band) => schedule([attempt(0, band)], now, null).dueAt ?? '');
    expect(due).toEqual(due.toSorted());
    expect(due.at(-1)).not.toBe(due[0]);
  });

  it('lets a strong answer rest when memory is expected to last until the interview', () => {
    const strong = [attempt(20, 'yes'), attempt(10, 'strong-yes', 0.9), attempt(1, 'strong-yes', 0.9)];
    expect(schedule(strong, now, '2026-11-28')).toEqual({
      status: 'resting',
      dueAt: null,
      lastBand: 'strong-yes',
    });
    expect(schedule(strong, now, null).status).toBe('strong');
  });

  it('goes on after an interview that has passed', () => {
    expect(schedule([attempt(3, 'no', 0.2)], now, '2026-11-20').status).toBe('due');
  });

  it('schedules nothing on or after the day of an interview ahead, and nothing before the last attempt', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { minLength: 1, maxLength: 12 }), anyDate, (attempts, date) => {
        const { dueAt } = schedule(attempts, now, date);
        if (dueAt === null) return;
        const last =
          attempts
            .map(({ at }) => at)
            .toSorted()
            .at(-1) ?? '';
        expect(dueAt > last).toBe(true);
        if (date !== null && date >= now.toISOString().slice(0, 10)) expect(dueAt < date).toBe(true);
      }),
    );
  });

  it('depends on the history alone, not on its order', () => {
    const distinct = fc.uniqueArray(anyAttempt, { minLength: 1, maxLength: 8, selector: ({ at }) => at });
    fc.assert(
      fc.property(distinct, anyDate, (attempts, date) => {
        expect(schedule(attempts.toReversed(), now, date)).toEqual(schedule(attempts, now, date));
      }),
    );
  });

  it('never makes a question come back later for failing it', () => {
    fc.assert(
      fc.property(fc.array(anyAttempt, { maxLength: 8 }), (earlier) => {
        const failed = schedule([...earlier, attempt(-1, 'strong-no', 0)], now, null).dueAt ?? '';
        const passed = schedule([...earlier, attempt(-1, 'yes')], now, null).dueAt ?? '';
        expect(failed <= passed).toBe(true);
      }),
    );
  });
});
