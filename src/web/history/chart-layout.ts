/** Pixels; the frame scrolls sideways when the columns need more room than there is. */
export function chartLayout(columns: number) {
  const left = 92;
  const step = 30;
  const top = 14;
  const row = 40;
  return {
    left,
    width: left + Math.max(columns, 8) * step + 10,
    height: top * 2 + row * 3,
    x: (index: number): number => left + step / 2 + index * step,
    /** `band` from 1, worst, at the bottom. */
    y: (band: number): number => top + (4 - band) * row,
  };
}
