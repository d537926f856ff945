import type { Box } from '../formats/nesting.ts';

export const elementSize = { width: 160, height: 80 };
export const emptyFrame = { width: 280, height: 180 };
/** Between a frame and what stands in it; the label of the frame takes the rest at the top. */
export const padding = 30;
export const headRoom = 24;
/** Between the places of new things: as wide as the label of a flow, and as high as four lines of one. */
const gap = { x: 170, y: 80 };
/** Nothing new comes nearer to anything than this. */
const distance = 40;

export function union(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Frames are filled in two columns, so that there is a way between any two neighbors. */
export const filledWidth = 2 * elementSize.width + gap.x;

/** What a frame around this has to cover. */
export const framed = ({ x, y, width, height }: Box): Box => ({
  x: x - padding,
  y: y - padding - headRoom,
  width: width + 2 * padding,
  height: height + 2 * padding + headRoom,
});

export const overlap = (a: Box, b: Box, margin: number): boolean =>
  a.x < b.x + b.width + margin &&
  b.x < a.x + a.width + margin &&
  a.y < b.y + b.height + margin &&
  b.y < a.y + a.height + margin;

/** The first place of a grid, row by row from a corner and `width` wide, that touches none of the boxes. */
export function freePlace(
  { width, height }: Pick<Box, 'width' | 'height'>,
  area: Pick<Box, 'x' | 'y' | 'width'>,
  others: readonly Box[],
): Box {
  const step = { x: elementSize.width + gap.x, y: elementSize.height + gap.y };
  const columns = Math.max(1, Math.floor((area.width - width) / step.x) + 1);
  for (let cell = 0; ; cell++) {
    const x = area.x + (cell % columns) * step.x;
    const y = area.y + Math.floor(cell / columns) * step.y;
    const box = { x, y, width, height };
    if (!others.some((other) => overlap(box, other, distance))) return box;
  }
}
