import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';

const matrix = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** The largest sum, by trying everything. */
function bestSum([row, ...rest]: readonly (readonly number[])[], taken: readonly number[] = []): number {
  if (!row) return 0;
  const choices = row.flatMap((worth, column) =>
    taken.includes(column) ? [] : [worth + bestSum(rest, [...taken, column])],
  );
  return Math.max(bestSum(rest, taken), ...choices);
}

describe('assigning', () => {
  it('finds the largest sum there is', () => {
    fc.assert(
      fc.property(matrix, (worth) => {
        const pairs = assign(worth);
        const sum = pairs.reduce((all, column, row) => all + (worth[row]?.[column] ?? 0), 0);
        expect(sum).toBe(bestSum(worth));
      }),
    );
  });

  it('gives a column to one row only, and leaves pairs worth nothing apart', () => {
    fc.assert(
      fc.property(matrix, (worth) => {
        const pairs = assign(worth)
          .map((column, row) => [row, column] as const)
          .filter(([, column]) => column >= 0);
        expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
        for (const [row, column] of pairs) expect(worth[row]?.[column]).toBeGreaterThan(0);
      }),
    );
  });
});
