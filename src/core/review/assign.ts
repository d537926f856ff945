/** More true findings than a lab may have. */
const mostColumns = 12;

/**
 * Pairs rows with columns one to one so that the sum of values is greatest; only positive values make a pair.
 * `values[row][column]`; returns the row of each column, `undefined` where it has none. Among equal sums, earlier
 * rows win. Exact, by dynamic programming over sets of columns: rows × 2^columns × columns steps, so that many rows
 * are cheap as long as there are few columns. Throws for more than 12 columns.
 */
export function assign(
  values: readonly (readonly number[])[],
  columns: number,
): readonly (number | undefined)[] {
  if (columns > mostColumns) throw new RangeError(`At most ${mostColumns} columns can be assigned.`);
  const sets = 2 ** columns;
  let best: Best[] = Array.from({ length: sets }, () => ({ sum: 0, pairs: undefined }));
  for (const [row, own] of values.entries()) {
    if (own.every((value) => value <= 0)) continue;
    best = best.map((known, set) => withRow(known, set, row, own, best));
  }
  const rows: (number | undefined)[] = Array.from({ length: columns }, () => undefined);
  for (let pair = best[sets - 1]?.pairs; pair; pair = pair.rest) rows[pair.column] = pair.row;
  return rows;
}

type Pair = { readonly row: number; readonly column: number; readonly rest: Pair | undefined };
/** The best that the rows so far can make of a set of columns. */
type Best = { readonly sum: number; readonly pairs: Pair | undefined };

function withRow(
  known: Best,
  set: number,
  row: number,
  own: readonly number[],
  before: readonly Best[],
): Best {
  let best = known;
  for (const [column, value] of own.entries()) {
    if (value <= 0 || !(set & (1 << column))) continue;
    const rest = before[set & ~(1 << column)];
    const sum = (rest?.sum ?? 0) + value;
    if (sum > best.sum) best = { sum, pairs: { row, column, rest: rest?.pairs } };
  }
  return best;
}
