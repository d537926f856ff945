import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clock, localDate, moment, spokenClock } from './format-time.ts';

describe('clock', () => {
  it('pads seconds and shows hours only when there are some', () => {
    expect(clock(0)).toBe('0:00');
    expect(clock(65)).toBe('1:05');
    expect(clock(3725)).toBe('1:02:05');
  });

  it('shows zero for a negative or broken count', () => {
    expect(clock(-3)).toBe('0:00');
    expect(clock(59.9)).toBe('0:59');
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seconds) => {
        const parts = clock(seconds).split(':').map(Number);
        expect(parts.reduce((sum, part) => sum * 60 + part, 0)).toBe(seconds);
      }),
    );
  });
});

describe('spokenClock', () => {
  it('uses singular and plural and leaves out what is zero', () => {
    expect(spokenClock(61)).toBe('1 minute 1 second');
    expect(spokenClock(120)).toBe('2 minutes');
    expect(spokenClock(0)).toBe('0 seconds');
  });
});

describe('dates', () => {
  it('takes the local calendar day', () => {
    expect(localDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });

  it('drops the time of day for old moments and survives nonsense', () => {
    const now = new Date(2026, 10, 23);
    expect(moment(new Date(2026, 10, 3, 14, 15).toISOString(), now)).toContain('Nov 3');
    expect(moment(new Date(2024, 10, 3).toISOString(), now)).toBe('Nov 3, 2024');
    expect(moment('soon', now)).toBe('');
  });
});
