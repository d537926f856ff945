import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gradeSpot, type SpotItem, type SpotJudgments, spotItems } from './spot.ts';

type Scenario = Parameters<typeof spotItems>[0];

const real = (_: unknown, index: number): Scenario['threats'][number] => ({
  id: `r${index}`,
  title: 'x',
  claim: `Real ${index}`,
  paraphrases: [],
  stride: 'tampering',
  on: ['a'],
  likelihood: 3,
  impact: 3,
  tier: 'must',
  rank: index + 1,
});
const fake = (_: unknown, index: number): Scenario['fabricated'][number] => ({
  id: `f${index}`,
  claim: `Fake ${index}`,
  stride: 'spoofing',
  on: ['b'],
  contradictedBy: 'fact',
  why: `Why ${index}`,
});
const scenario: Scenario = {
  threats: Array.from({ length: 9 }, real),
  fabricated: Array.from({ length: 3 }, fake),
};
const judge = (
  items: readonly SpotItem[],
  verdict: (item: SpotItem) => 'accept' | 'reject' | null,
): SpotJudgments =>
  Object.fromEntries(items.map((item) => [item.id, { verdict: verdict(item), reason: '' }]));
const figures = (verdict: (item: SpotItem) => 'accept' | 'reject' | null) => {
  const items = spotItems(scenario, 7);
  const { score, sensitivity, specificity } = gradeSpot(items, judge(items, verdict), {});
  return [score, sensitivity, specificity];
};

it('mixes all fabricated threats with twice as many real ones, each once, under ids that tell nothing', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const items = spotItems(scenario, seed);
      expect(items).toEqual(spotItems(scenario, seed));
      expect(items.filter(({ ruledOut }) => ruledOut !== null)).toHaveLength(3);
      expect(new Set(items.map(({ claim }) => claim)).size).toBe(9);
      expect(items.map(({ id }) => id)).toEqual(items.map((_, index) => String(index + 1)));
    }),
  );
});

it('changes the order with the seed', () => {
  const orders = [1, 2, 3, 4, 5].map((seed) =>
    spotItems(scenario, seed)
      .map(({ claim }) => claim)
      .join(),
  );
  expect(new Set(orders).size).toBe(5);
});

it('tells who rejects everything from who knows', () => {
  expect(figures(({ ruledOut }) => (ruledOut ? 'reject' : 'accept'))).toEqual([1, 1, 1]);
  expect(figures(() => 'reject')).toEqual([0.5, 1, 0]);
  expect(figures(() => 'accept')).toEqual([0.5, 0, 1]);
  expect(figures(() => null)).toEqual([0.5, 0, 1]);
  expect(figures(({ ruledOut }) => (ruledOut ? 'accept' : 'reject'))).toEqual([0, 0, 0]);
});
