/** Rows of figures. */
export type Matrix = readonly ArrayLike<number>[];

/**
 * Pairs rows with columns, each at most once, so that the sum of their worth is the largest: the column of each row,
 * or -1. Pairs worth nothing are left apart. The Hungarian method in the form with potentials and shortest augmenting
 * paths (Jonker and Volgenant 1987), cubic in the smaller side; the same matrix gives the same pairs.
 */
export function assign(worth: Matrix): readonly number[] {
  const rows = worth.length;
  const columns = worth[0]?.length ?? 0;
  if (rows > columns) return transposed(worth, columns);
  const columnOf = new Array<number>(rows).fill(-1);
  for (const [column, row] of rowsOf(worth, columns).entries())
    if (row >= 0 && (worth[row]?.[column] ?? 0) > 0) columnOf[row] = column;
  return columnOf;
}

function transposed(worth: Matrix, columns: number): readonly number[] {
  const turned = Array.from({ length: columns }, (_, column) => worth.map((row) => row[column] ?? 0));
  const rowOf = new Array<number>(worth.length).fill(-1);
  if (columns === 0) return rowOf;
  for (const [column, row] of assign(turned).entries()) if (row >= 0) rowOf[row] = column;
  return rowOf;
}

/** Row and column 0 are not real: there the search begins. */
type State = {
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  readonly rowAt: Int32Array;
};

function rowsOf(worth: Matrix, columns: number): number[] {
  const state: State = {
    rowPotential: new Float64Array(worth.length + 1),
    columnPotential: new Float64Array(columns + 1),
    rowAt: new Int32Array(columns + 1),
  };
  for (let row = 1; row <= worth.length; row += 1) augment(state, worth, row);
  return Array.from(state.rowAt.subarray(1), (row) => row - 1);
}

/** Finds the cheapest way to give `row` a column, where others may have to move. */
function augment(state: State, worth: Matrix, row: number): void {
  const { rowAt } = state;
  const size = rowAt.length;
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(size);
  const done = new Uint8Array(size);
  rowAt[0] = row;
  let column = 0;
  do {
    done[column] = 1;
    relax(state, worth[(rowAt[column] ?? 0) - 1] ?? [], { column, least, before, done });
    const next = nearest(least, done);
    shift(state, least, done, least[next] ?? 0);
    column = next;
  } while (rowAt[column] !== 0);
  while (column !== 0) {
    const previous = before[column] ?? 0;
    rowAt[column] = rowAt[previous] ?? 0;
    column = previous;
  }
}

type Search = {
  readonly column: number;
  readonly least: Float64Array;
  readonly before: Int32Array;
  readonly done: Uint8Array;
};

function relax(state: State, worth: ArrayLike<number>, { column, least, before, done }: Search): void {
  const base = state.rowPotential[state.rowAt[column] ?? 0] ?? 0;
  for (let other = 1; other < least.length; other += 1) {
    if (done[other]) continue;
    const cost = -(worth[other - 1] ?? 0) - base - (state.columnPotential[other] ?? 0);
    if (cost < (least[other] ?? 0)) {
      least[other] = cost;
      before[other] = column;
    }
  }
}

function nearest(least: Float64Array, done: Uint8Array): number {
  let best = 0;
  for (let column = 1; column < least.length; column += 1)
    if (!done[column] && (best === 0 || (least[column] ?? 0) < (least[best] ?? 0))) best = column;
  return best;
}

function shift(
  { rowPotential, columnPotential, rowAt }: State,
  least: Float64Array,
  done: Uint8Array,
  by: number,
): void {
  for (let column = 0; column < least.length; column += 1) {
    if (done[column]) {
      const row = rowAt[column] ?? 0;
      rowPotential[row] = (rowPotential[row] ?? 0) + by;
      columnPotential[column] = (columnPotential[column] ?? 0) - by;
    } else least[column] = (least[column] ?? 0) - by;
  }
}
