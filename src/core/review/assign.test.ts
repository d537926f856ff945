import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';

const sumOf = (values: readonly (readonly number[])[], rows: readonly (number | undefined)[]): number =>
  rows.reduce<number>((sum, row, column) => sum + (row === undefined ? 0 : (values[row]?.[column] ?? 0)), 0);

/** By trying everything. */
function bestSum(values: readonly (readonly number[])[], columns: number, taken = 0, row = 0): number {
  const own = values[row];
  if (!own) return 0;
  let best = bestSum(values, columns, taken, row + 1);
  for (let column = 0; column < columns; column += 1) {
    if (taken & (1 << column)) continue;
    best = Math.max(best, (own[column] ?? 0) + bestSum(values, columns, taken | (1 << column), row + 1));
  }
  return best;
}

describe('assigning', () => {
  it('gives up the best single pair for the best whole', () => {
    const values = [
      [0.9, 0.8],
      [0.7, 0],
    ];
    expect(assign(values, 2)).toEqual([1, 0]);
  });

  it('pairs nothing that is worth nothing', () => {
    expect(assign([[0, 0]], 2)).toEqual([undefined, undefined]);
    expect(assign([], 1)).toEqual([undefined]);
  });

  it('finds the greatest sum, using each row once', () => {
    const matrix = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 5 }))
      .chain(([columns, rows]) =>
        fc.tuple(
          fc.constant(columns),
          fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
            minLength: rows,
            maxLength: rows,
          }),
        ),
      );
    fc.assert(
      fc.property(matrix, ([columns, values]) => {
        const rows = assign(values, columns);
        const used = rows.filter((row) => row !== undefined);
        expect(new Set(used).size).toBe(used.length);
        expect(sumOf(values, rows)).toBe(bestSum(values, columns));
      }),
    );
  });

  it('takes thousands of rows', () => {
    const values = Array.from({ length: 2000 }, (_, row) =>
      Array.from({ length: 10 }, (_, at) => 1 + ((row * at) % 7)),
    );
    expect(new Set(assign(values, 10)).size).toBe(10);
  });
});
