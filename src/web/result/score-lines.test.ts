import { describe, expect, it } from 'vitest';
import type { MisconceptionView, Overrule, PointView } from '#web/ui/api/types.ts';
import type { Entries } from './entries.ts';
import { nextBandText, type Scoring, scoreLines } from './score-lines.ts';

const point = (label: string, view: Pick<PointView, 'tier' | 'met'>): Entries['points'][number] => ({
  key: `point:${label}`,
  kind: 'point',
  id: label,
  label,
  quotes: [],
  tone: 'none',
  view: {
    id: label,
    claim: '',
    weight: 1,
    probability: 0,
    because: '',
    quotes: [],
    overrule: null,
    prompted: false,
    ...view,
  },
});

const misconception = (
  label: string,
  overrule: Overrule | null = null,
): Entries['misconceptions'][number] => ({
  key: `misconception:${label}`,
  kind: 'misconception',
  id: label,
  label,
  quotes: [],
  tone: 'wrong',
  view: { id: label, claim: '', correction: '', quotes: [], overrule } satisfies MisconceptionView,
});

const entries = (more: Partial<Entries> = {}): Entries => ({
  points: [],
  misconceptions: [],
  flags: [],
  ...more,
});
const scoring = (more: Partial<Scoring> = {}): Scoring => ({
  tiers: {
    must: { earned: 8.94, total: 12, needed: 12 },
    should: { earned: 5.94, total: 6, needed: 4.2 },
    bonus: { earned: 0.94, total: 2, needed: 0 },
  },
  cap: 1,
  cost: 0,
  next: null,
  ...more,
});
const full: Scoring['tiers'] = {
  must: { earned: 12, total: 12, needed: 12 },
  should: { earned: 4.2, total: 6, needed: 4.2 },
  bonus: { earned: 0, total: 3, needed: 0 },
};
const shown = (given: Scoring, owners = entries()) =>
  scoreLines(given, owners).map(({ text, about, figure }) => [
    text,
    about.map(({ label }) => label).join(),
    figure,
  ]);

describe('the sum behind a score', () => {
  it('is one line where nothing was capped or taken off, and adds up as shown', () => {
    expect(shown(scoring())).toEqual([['Earned 15.7 of the 16.2 that full marks need', '', '98']]);
  });

  it('says that full marks do not need every point', () => {
    expect(shown(scoring({ tiers: full }))).toEqual([
      ['Earned 16.2; 16.2 is enough for full marks', '', '100'],
    ]);
  });

  it('names the musts that cap the score, those that are unsure included', () => {
    const points = [
      point('1', { tier: 'must', met: 'yes' }),
      point('2', { tier: 'must', met: 'no' }),
      point('3', { tier: 'must', met: 'unsure' }),
      point('4', { tier: 'should', met: 'no' }),
    ];
    expect(shown(scoring({ cap: 0.784 }), entries({ points }))[1]).toEqual([
      'Musts are missing or unsure',
      '2,3',
      '≤ 78',
    ]);
  });

  it('leaves a cap out that changes nothing', () => {
    expect(shown(scoring({ cap: 0.99 }))).toHaveLength(1);
  });

  it('takes off what misconceptions cost, but not those that the candidate denied', () => {
    const denied = { verdict: 'no' as const, quote: null, reason: '', at: '' };
    const misconceptions = [misconception('M1'), misconception('M2', denied), misconception('M3')];
    expect(shown(scoring({ tiers: full, cost: 0.3 }), entries({ misconceptions })).at(-1)).toEqual([
      '2 misconceptions',
      'M1,M3',
      '−30',
    ]);
  });
});

describe('the way to the next grade', () => {
  it('is told in one sentence with what was reached', () => {
    const needs = [
      { what: 'musts', limit: 0.85, reached: 0.749 },
      { what: 'score', limit: 0.75, reached: 0.6 },
      { what: 'misconceptions', limit: 0, reached: 1 },
    ] as const;
    expect(nextBandText(scoring({ next: { band: 'strong-yes', needs: [...needs] } }))).toBe(
      'The next grade, strong yes, takes 85% of the musts (now 74%), a score of 75 and no misconception.',
    );
  });

  it('names what kind of misconception stands in the way of a yes', () => {
    const needs = [
      { what: 'misconceptions', limit: 1, reached: 2 },
      { what: 'contradictedMusts', limit: 0, reached: 1 },
    ] as const;
    expect(nextBandText(scoring({ next: { band: 'yes', needs: [...needs] } }))).toBe(
      'The next grade, yes, takes at most 1 misconception (now 2) and no misconception about a must.',
    );
  });

  it('is not told in the best grade', () => {
    expect(nextBandText(scoring())).toBe('');
  });
});
