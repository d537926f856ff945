import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ComparedPoint, compareMatrix, compareMisconceptions, countChanges } from './matrix.ts';

const point = (id: string, met: ComparedPoint['met']): ComparedPoint => ({
  id,
  claim: `claim ${id}`,
  tier: 'must',
  met,
});
const points = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    claim: fc.string(),
    tier: fc.constantFrom('must' as const, 'should' as const),
    met: fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const),
  }),
  { selector: (each) => each.id },
);

describe('comparing two attempts', () => {
  it('says what was gained and what was lost', () => {
    const rows = compareMatrix(
      [point('a', 'no'), point('b', 'yes'), point('c', 'unsure'), point('d', 'yes')],
      [point('a', 'yes'), point('b', 'unsure'), point('c', 'unsure'), point('e', 'no')],
    );
    expect(rows.map((row) => [row.id, row.change])).toEqual([
      ['a', 'gained'],
      ['b', 'lost'],
      ['c', 'same'],
      ['e', 'new'],
      ['d', 'dropped'],
    ]);
    expect(countChanges(rows)).toEqual({ gained: 1, lost: 1, same: 1, new: 1, dropped: 1 });
  });

  it('has each point of either attempt once', () => {
    fc.assert(
      fc.property(points, points, (before, after) => {
        const ids = compareMatrix(before, after).map((row) => row.id);
        expect(new Set(ids)).toEqual(new Set([...before, ...after].map((each) => each.id)));
        expect(ids).toHaveLength(new Set(ids).size);
      }),
    );
  });

  it('turns gains into losses when the order is turned around', () => {
    fc.assert(
      fc.property(points, points, (before, after) => {
        const there = countChanges(compareMatrix(before, after));
        const back = countChanges(compareMatrix(after, before));
        expect([there.gained, there.lost, there.same, there.new]).toEqual([
          back.lost,
          back.gained,
          back.same,
          back.dropped,
        ]);
      }),
    );
  });

  it('says which misconceptions went, stayed and came', () => {
    const held = (...ids: string[]) => ids.map((id) => ({ id, claim: `claim ${id}` }));
    expect(
      compareMisconceptions(held('went', 'stayed'), held('stayed', 'came')).map(({ id, before, after }) => [
        id,
        before,
        after,
      ]),
    ).toEqual([
      ['stayed', true, true],
      ['came', false, true],
      ['went', true, false],
    ]);
  });
});
