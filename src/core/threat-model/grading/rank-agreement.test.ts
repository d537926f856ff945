import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAgreement } from './rank-agreement.ts';

const ranks = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 8 });

describe('agreement of ranks', () => {
  it('is 1 for the same order, -1 for the opposite', () => {
    expect(rankAgreement([1, 2, 3, 4], [2, 4, 6, 8])).toBe(1);
    expect(rankAgreement([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
  });

  it('takes ties out of what could be reached', () => {
    expect(rankAgreement([1, 2, 3], [1, 1, 2])).toBeCloseTo(2 / Math.sqrt(6), 10);
    expect(rankAgreement([1, 2, 3], [5, 5, 5])).toBe(0);
  });

  it('is symmetric and turns its sign with the order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 8 }), ranks, (a, b) => {
        const other = a.map((_, index) => b[index % b.length] ?? 0);
        expect(rankAgreement(a, other)).toBeCloseTo(rankAgreement(other, a), 10);
        expect(
          rankAgreement(
            a,
            other.map((rank) => -rank),
          ),
        ).toBeCloseTo(-rankAgreement(a, other), 10);
      }),
    );
  });
});
