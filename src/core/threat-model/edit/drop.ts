import { diagramBoxes } from '../diagram/boxes.ts';
import { movedBy, outermost, withContents } from '../diagram/subtree.ts';
import type { ThreatModel } from '../document.ts';
import { type Box, innermostAround } from '../formats/nesting.ts';
import type { ModelCommand } from './command.ts';

/** Moves elements and boundaries, with what stands in them, into the boundaries that they are dropped on. */
export function dropCommand(
  model: ThreatModel,
  ids: readonly string[],
  by: Pick<Box, 'x' | 'y'>,
): ModelCommand {
  const moving = outermost(model, ids);
  const boxes = movedBy(model, moving, by);
  const into = moving.flatMap((id): [string, string | null][] => {
    const box = boxes[id];
    return box ? [[id, boundaryAt(model, box, withContents(model, moving))]] : [];
  });
  return { type: 'place', boxes, into: Object.fromEntries(into) };
}

/** The innermost boundary that a box dropped in the diagram stands in; `apart` are things that cannot be it. */
export function boundaryAt(
  model: ThreatModel,
  box: Box,
  apart: ReadonlySet<string> = new Set(),
): string | null {
  const boxes = diagramBoxes(model);
  const frames = model.boundaries.flatMap(({ id }) => {
    const frame = boxes.get(id);
    return frame && !apart.has(id) ? [{ id, box: frame }] : [];
  });
  return innermostAround(box, frames);
}
