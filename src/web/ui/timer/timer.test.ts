import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedSeconds, pause, phaseOf, start, stopped } from './timer.ts';

describe('the timer', () => {
  it('counts only while it runs, and goes on from where the draft stood', () => {
    const running = start(stopped(30), 1_000);
    expect(elapsedSeconds(running, 6_000)).toBe(35);
    const paused = pause(running, 6_000);
    expect(elapsedSeconds(paused, 99_000)).toBe(35);
    expect(elapsedSeconds(start(paused, 100_000), 102_500)).toBe(37);
  });

  it('never runs backward, not even when the clock is set back', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer(), fc.integer(), (before, since, now) => {
        expect(elapsedSeconds(start(stopped(before), since), now)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('warns in the last minute and knows when time is up', () => {
    expect(phaseOf(0, 300)).toBe('early');
    expect(phaseOf(239, 300)).toBe('early');
    expect(phaseOf(240, 300)).toBe('last-minute');
    expect(phaseOf(300, 300)).toBe('over');
    expect(phaseOf(10, 60)).toBe('early');
  });
});
