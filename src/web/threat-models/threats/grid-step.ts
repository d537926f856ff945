type Place = { readonly row: number; readonly column: number };

/** Where a key leads in a grid; `undefined` for keys that lead nowhere. At the edges one stays. */
export function gridStep(
  key: string,
  { row, column }: Place,
  size: { readonly rows: number; readonly columns: number },
): Place | undefined {
  const within = (place: number, count: number): number => Math.min(count - 1, Math.max(0, place));
  const to = (nextRow: number, nextColumn: number): Place => ({
    row: within(nextRow, size.rows),
    column: within(nextColumn, size.columns),
  });
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'Home':
      return to(row, 0);
    case 'End':
      return to(row, size.columns - 1);
    default:
      return undefined;
  }
}
