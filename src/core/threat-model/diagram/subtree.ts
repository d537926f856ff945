import { boundaryPaths } from '../boundaries.ts';
import type { ThreatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import { diagramBoxes } from './boxes.ts';

/** The ids, with everything that stands in those of them that are boundaries, however deep. */
export function withContents(model: ThreatModel, ids: readonly string[]): ReadonlySet<string> {
  const named = new Set(ids);
  const paths = boundaryPaths(model);
  const isInside = (boundary: string | null): boolean =>
    boundary !== null && (paths.get(boundary) ?? []).some((id) => named.has(id));
  return new Set([
    ...named,
    ...model.boundaries.filter(({ id }) => isInside(id)).map(({ id }) => id),
    ...model.elements.filter(({ boundary }) => isInside(boundary)).map(({ id }) => id),
  ]);
}

/** Those of the ids that stand in no other of them: moving these moves all. */
export function outermost(model: ThreatModel, ids: readonly string[]): readonly string[] {
  const inside = (id: string): boolean =>
    ids.some((other) => other !== id && withContents(model, [other]).has(id));
  return ids.filter((id) => !inside(id));
}

/** The boxes of these elements and boundaries, and of everything in them, moved by so many pixels. */
export function movedBy(
  model: ThreatModel,
  ids: readonly string[],
  by: Pick<Box, 'x' | 'y'>,
): Readonly<Record<string, Box>> {
  const boxes = diagramBoxes(model);
  const entries = [...withContents(model, ids)].flatMap((id): [string, Box][] => {
    const box = boxes.get(id);
    return box ? [[id, { ...box, x: box.x + by.x, y: box.y + by.y }]] : [];
  });
  return Object.fromEntries(entries);
}
