import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands } from '#core/content/vocabulary.ts';
import type { Verdict } from './grade.ts';
import { sqlRubric } from './rubric-for-tests.ts';
import { explainScore, pointWeight, scoreRules, scoreVerdicts } from './score.ts';

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

describe('explainScore', () => {
  const explain = (...met: Verdict[]) => explainScore(sqlRubric, verdicts(...met));

  it('says what each tier earned, holds and has to give', () => {
    const { tiers } = explain('yes', 'unsure', 'no', 'yes');
    expect(tiers.must).toEqual({ earned: 4.5, total: 6, needed: 6 });
    expect(tiers.should).toMatchObject({ earned: 0, total: 2, needed: 1.4 });
    expect(tiers.bonus).toMatchObject({ earned: 1, total: 1, needed: 0 });
  });

  it('asks a rubric of bonuses alone for its bonuses', () => {
    const points = sqlRubric.points.map((point) => ({ ...point, tier: 'bonus' as const }));
    const { tiers, score } = explainScore({ ...sqlRubric, points }, verdicts('yes', 'yes'));
    expect(tiers.bonus).toMatchObject({ needed: 4, total: 4 });
    expect(score).toBe(0.5);
  });

  it('names what the next better band asks for, and nothing above the best', () => {
    expect(explain('yes', 'yes', 'yes', 'yes').next).toBeNull();
    expect(explain('yes', 'yes', 'no', 'yes').next).toEqual({
      band: 'strong-yes',
      needs: [{ what: 'shoulds', limit: 0.4, reached: 0 }],
    });
    const held = { ...verdicts('yes', 'yes', 'yes'), misconceptions: [{ id: 'escaping-is-enough' }] };
    expect(explainScore(sqlRubric, held).next).toMatchObject({
      band: 'yes',
      needs: [{ what: 'musts' }, { what: 'score' }, { what: 'contradictedMusts', limit: 0, reached: 1 }],
    });
  });

  it('adds up to the score that is given, and always says what is short of the next band', () => {
    const verdict = fc.constantFrom<Verdict[]>('yes', 'no', 'unsure');
    const shown = fc.subarray(sqlRubric.misconceptions.map(({ id }) => ({ id })));
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 4, maxLength: 4 }), shown, (met, misconceptions) => {
        const given = { ...verdicts(...met), misconceptions };
        const { tiers, cap, cost, next, ...score } = explainScore(sqlRubric, given);
        const all = Object.values(tiers);
        const earned = all.reduce((sum, tier) => sum + tier.earned, 0);
        const needed = all.reduce((sum, tier) => sum + tier.needed, 0);
        expect(score.score).toBeCloseTo(Math.max(0, Math.min(1, earned / needed, cap) - cost), 4);
        expect(score).toEqual(scoreVerdicts(sqlRubric, given));
        expect(cost).toBeCloseTo(misconceptions.length * scoreRules.misconceptionCost);
        expect(next === null).toBe(score.band === bands.at(-1));
        expect(next?.needs).not.toEqual([]);
      }),
    );
  });
});
