import { describe, expect, it } from 'vitest';
import type { Verdict } from './grade.ts';
import { sqlRubric } from './rubric-for-tests.ts';
import { pointWeight, scoreVerdicts } from './score.ts';

const verdicts = (...met: Verdict[]) => ({
  points: sqlRubric.points.map(({ id }, index) => ({
    id,
    met: met[index] ?? 'no',
    probability: met[index] === 'yes' ? 1 : 0.5,
  })),
  misconceptions: [] as { id: string }[],
});
const score = (...met: Verdict[]) => scoreVerdicts(sqlRubric, verdicts(...met));

describe('scoreVerdicts', () => {
  it('gives full marks for everything and nothing for nothing', () => {
    expect(score('yes', 'yes', 'yes', 'yes')).toEqual({ score: 1, band: 'strong-yes' });
    expect(score('no', 'no', 'no', 'no')).toEqual({ score: 0, band: 'strong-no' });
  });

  it('does not let shoulds and bonuses make up for a must', () => {
    expect(score('yes', 'no', 'yes', 'yes').score).toBeLessThan(0.65);
  });

  it('counts an abstention half', () => {
    const [none, half, full] = [
      score('yes', 'no', 'yes'),
      score('yes', 'unsure', 'yes'),
      score('yes', 'yes', 'yes'),
    ];
    expect(half.score).toBeGreaterThan(none.score);
    expect(half.score).toBeLessThan(full.score);
  });

  it('takes the points that a misconception rules out, and more', () => {
    const all = verdicts('yes', 'yes', 'yes', 'yes');
    const held = scoreVerdicts(sqlRubric, { ...all, misconceptions: [{ id: 'escaping-is-enough' }] });
    expect(held.score).toBeLessThan(score('no', 'yes', 'yes', 'yes').score);
    expect(held.band).toBe('no');
  });

  it('weighs a point by its tier and its own weight', () => {
    expect(pointWeight({ tier: 'must', weight: 1.5 })).toBe(4.5);
    expect(pointWeight({ tier: 'bonus', weight: 1 })).toBe(1);
  });
});
