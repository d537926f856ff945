import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Announcement,
  beginRound,
  examSeconds,
  type Round,
  roundModes,
  roundStages,
  stepRound,
} from './round.ts';

/** Lets the clock run in steps and collects what is said. */
function hear(
  round: Round,
  times: readonly number[],
): { readonly round: Round; readonly said: readonly Announcement[] } {
  const said: Announcement[] = [];
  let now = round;
  for (const seconds of times) {
    const step = stepRound(now, { type: 'clock', seconds });
    said.push(...step.said);
    now = step.round;
  }
  return { round: now, said };
}
const everySecond = Array.from({ length: examSeconds + 100 }, (_, index) => index);
const stagesIn = (said: readonly Announcement[]) =>
  said.flatMap((each) => (each.kind === 'stage' ? [each.stage] : []));

describe('an exam', () => {
  it('announces every stage in order, warns, and says once that time is up', () => {
    const { said } = hear(beginRound('exam', 'scoping', 0), everySecond);
    expect(stagesIn(said)).toEqual(roundStages);
    expect(said.flatMap((each) => (each.kind === 'time-left' ? [each.minutes] : []))).toEqual([30, 10, 5, 1]);
    expect(said.filter(({ kind }) => kind === 'time-up')).toHaveLength(1);
    expect(said.at(-1)).toEqual({ kind: 'time-up' });
  });

  it('leaves the candidate where the candidate is, also when time is up', () => {
    const { round } = hear(beginRound('exam', 'threats', 0), everySecond);
    expect(round.stage).toBe('threats');
    expect(stepRound(round, { type: 'go', stage: 'closing' }).round.stage).toBe('closing');
  });

  it('does not announce a stage that was reached before its time', () => {
    const { round } = hear(beginRound('exam', 'scoping', 0), [0, 60]);
    const ahead = stepRound(round, { type: 'go', stage: 'threats' }).round;
    expect(stagesIn(hear(ahead, everySecond).said)).toEqual(['mitigations', 'twist', 'closing']);
  });

  it('says after a gap only what counts now', () => {
    const { said } = hear(beginRound('exam', 'scoping', 60), [50 * 60]);
    expect(said).toEqual([
      { kind: 'stage', stage: 'twist' },
      { kind: 'time-left', minutes: 10 },
    ]);
  });

  it('repeats nothing after it was broken off and resumed, and nothing when the clock goes back', () => {
    expect(hear(beginRound('exam', 'threats', 23 * 60), [23 * 60, 22 * 60, 24 * 60]).said).toEqual([]);
  });
});

it('says the same whatever the steps of the clock, or less, and nothing without an exam', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...roundModes),
      fc.array(fc.nat(examSeconds + 600), { maxLength: 40 }),
      (mode, times) => {
        const { said } = hear(
          beginRound(mode, 'scoping', 0),
          times.toSorted((a, b) => a - b),
        );
        if (mode !== 'exam') expect(said).toEqual([]);
        const words = said.map((each) => JSON.stringify(each));
        expect(new Set(words).size).toBe(words.length);
        const order = stagesIn(said).map((stage) => roundStages.indexOf(stage));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      },
    ),
  );
});
