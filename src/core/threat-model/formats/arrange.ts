import type { ThreatModel } from '../document.ts';
import { type Box, innermostAround } from './nesting.ts';

type Size = { readonly width: number; readonly height: number };
type Placed = { readonly size: Size; readonly boxes: ReadonlyMap<string, Box> };

const elementSize: Size = { width: 160, height: 80 };
const gap = 60;
const perRow = 4;

/**
 * Boxes for all elements and boundaries in which every element stands inside of its boundary and no other: those of
 * the model where they say so already, otherwise new ones in rows.
 */
export function arranged(model: ThreatModel): ReadonlyMap<string, Box> {
  const drawn = new Map(Object.entries(model.layout));
  return saysWhatModelSays(model, drawn) ? drawn : inRows(model, null, new Set()).boxes;
}

function saysWhatModelSays({ elements, boundaries }: ThreatModel, drawn: ReadonlyMap<string, Box>): boolean {
  const boxes = boundaries.flatMap(({ id }) => {
    const box = drawn.get(id);
    return box ? [{ id, box }] : [];
  });
  const isAt = (id: string, boundary: string | null): boolean => {
    const box = drawn.get(id);
    return box !== undefined && innermostAround(box, boxes, id) === boundary;
  };
  return (
    elements.every(({ id, boundary }) => isAt(id, boundary)) &&
    boundaries.every(({ id, parent }) => isAt(id, parent))
  );
}

/** What stands directly in a boundary: nested boundaries first, then elements, in rows. */
function inRows(model: ThreatModel, inside: string | null, above: ReadonlySet<string>): Placed {
  const nested = model.boundaries
    .filter(({ id, parent }) => parent === inside && !above.has(id))
    .map(({ id }) => framed(id, inRows(model, id, new Set([...above, id]))));
  const single = model.elements
    .filter(({ boundary }) => boundary === inside)
    .map(({ id }) => ({ size: elementSize, boxes: new Map([[id, { x: 0, y: 0, ...elementSize }]]) }));
  return rowsOf([...nested, ...single]);
}

function framed(id: string, { size, boxes }: Placed): Placed {
  const outer = {
    width: Math.max(size.width, elementSize.width) + 2 * gap,
    height: Math.max(size.height, elementSize.height) + 2 * gap,
  };
  return { size: outer, boxes: new Map([[id, { x: 0, y: 0, ...outer }], ...moved(boxes, gap, gap)]) };
}

function rowsOf(parts: readonly Placed[]): Placed {
  const boxes = new Map<string, Box>();
  let [width, height] = [0, 0];
  for (let first = 0; first < parts.length; first += perRow) {
    const row = parts.slice(first, first + perRow);
    const top = height === 0 ? 0 : height + gap;
    let left = 0;
    for (const part of row) {
      for (const [id, box] of moved(part.boxes, left, top)) boxes.set(id, box);
      left += part.size.width + gap;
    }
    width = Math.max(width, left - gap);
    height = top + Math.max(...row.map(({ size }) => size.height));
  }
  return { size: { width, height }, boxes };
}

const moved = (boxes: ReadonlyMap<string, Box>, x: number, y: number): [string, Box][] =>
  [...boxes].map(([id, box]) => [id, { ...box, x: box.x + x, y: box.y + y }]);
