import { describe, expect, it } from 'vitest';
import { coverageOf, isUsual } from './coverage.ts';
import { threatModel } from './document.ts';

const model = threatModel.parse({
  version: 1,
  title: 'Shop',
  elements: [
    { id: 'buyer', kind: 'actor', label: 'Buyer' },
    { id: 'web', kind: 'process', label: 'Web', inScope: false },
  ],
  flows: [{ id: 'order', label: 'Order', from: 'buyer', to: 'web' }],
  threats: [
    { id: '1', title: 'One', stride: 'tampering', on: ['order', 'web'] },
    { id: '2', title: 'Two', stride: 'tampering', on: ['order', 'order'] },
    { id: '3', title: 'Three', stride: 'spoofing', on: [] },
  ],
});

describe('the coverage of a model', () => {
  const rows = coverageOf(model);

  it('has a row for each element and then for each flow', () => {
    expect(rows.map(({ label, kind, inScope }) => [label, kind, inScope])).toEqual([
      ['Buyer', 'actor', true],
      ['Web', 'process', false],
      ['Order', 'flow', true],
    ]);
  });

  it('counts a threat once wherever it acts', () => {
    expect(rows.map(({ counts }) => counts.tampering)).toEqual([0, 1, 2]);
    expect(rows.map(({ counts }) => counts.spoofing)).toEqual([0, 0, 0]);
  });

  it('knows what is usual for a kind of thing', () => {
    expect(isUsual('actor', 'spoofing')).toBe(true);
    expect(isUsual('actor', 'denial-of-service')).toBe(false);
    expect(isUsual('process', 'elevation-of-privilege')).toBe(true);
    expect(isUsual('flow', 'spoofing')).toBe(false);
  });
});
