import type { ThreatModel } from '../document.ts';
import { arranged } from '../formats/arrange.ts';
import type { Box } from '../formats/nesting.ts';
import {
  elementSize,
  emptyFrame,
  filledWidth,
  framed,
  freePlace,
  headRoom,
  padding,
  union,
} from './geometry.ts';

/** Where every element and boundary of a model is drawn, by id. */
export type DiagramBoxes = ReadonlyMap<string, Box>;

/** How wide the free area outside of all boundaries is filled, in pixels. */
const openWidth = 900;

/**
 * Boxes for every element and boundary: those of the layout, and a free place for what it does not hold. A boundary
 * always covers what stands in it, however small the layout has it.
 */
export function diagramBoxes(model: ThreatModel): DiagramBoxes {
  const stored = new Map(Object.entries(model.layout));
  const things = [...model.elements, ...model.boundaries];
  if (!things.some(({ id }) => stored.has(id))) return arranged(model);
  const boxes = new Map<string, Box>();
  fill(model, { stored, boxes }, null);
  return boxes;
}

type Filling = { readonly stored: ReadonlyMap<string, Box>; readonly boxes: Map<string, Box> };

/** Lays out what stands directly in a boundary, after what stands in the boundaries nested there. */
function fill(model: ThreatModel, { stored, boxes }: Filling, inside: string | null): readonly Box[] {
  const frames = model.boundaries.filter(({ parent }) => parent === inside);
  const elements = model.elements.filter(({ boundary }) => boundary === inside);
  const placed: Box[] = [];
  const put = (id: string, box: Box): void => {
    boxes.set(id, box);
    placed.push(box);
  };
  for (const { id } of elements) {
    const box = stored.get(id);
    if (box) put(id, box);
  }
  for (const { id } of frames) {
    const within = union(fill(model, { stored, boxes }, id));
    const cover = union([stored.get(id), within && framed(within)].filter((box) => box !== undefined));
    if (cover) put(id, cover);
  }
  const missing = [...elements, ...frames].filter(({ id }) => !boxes.has(id));
  for (const { id } of missing) {
    const size = frames.some((frame) => frame.id === id) ? emptyFrame : elementSize;
    const frame = inside === null ? undefined : stored.get(inside);
    put(id, freePlace(size, areaInside(frame, placed), placed));
  }
  return placed;
}

/** The area in a frame that is filled first; without one, the open area from the corner of what is placed there. */
export function areaInside(frame: Box | undefined, placed: readonly Box[]): Pick<Box, 'x' | 'y' | 'width'> {
  if (frame)
    return {
      x: frame.x + padding,
      y: frame.y + padding + headRoom,
      width: Math.max(frame.width - 2 * padding, filledWidth),
    };
  const { x, y, width } = union(placed) ?? { x: 0, y: 0, width: 0 };
  return { x, y, width: Math.max(width, openWidth) };
}

/** The model with a layout that holds a box for everything drawn; the same model when it does already. */
export function settled(model: ThreatModel): ThreatModel {
  const boxes = diagramBoxes(model);
  const isSettled = [...boxes].every(([id, box]) => sameBox(model.layout[id], box));
  return isSettled ? model : { ...model, layout: { ...model.layout, ...Object.fromEntries(boxes) } };
}

const sameBox = (a: Box | undefined, b: Box): boolean =>
  a !== undefined && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
