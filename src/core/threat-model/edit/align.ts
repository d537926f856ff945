import { diagramBoxes } from '../diagram/boxes.ts';
import { movedBy, outermost } from '../diagram/subtree.ts';
import type { ThreatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import type { ModelCommand } from './command.ts';

export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

/** Lines elements and boundaries up with the outermost of them; what stands in a boundary moves along. */
export function alignCommand(model: ThreatModel, ids: readonly string[], to: Alignment): ModelCommand {
  const all = diagramBoxes(model);
  const moving = outermost(model, ids).flatMap((id) => {
    const box = all.get(id);
    return box ? [{ id, box }] : [];
  });
  const goal = goalOf(
    moving.map(({ box }) => box),
    to,
  );
  const boxes = moving.map(({ id, box }) => movedBy(model, [id], shift(box, to, goal)));
  return { type: 'place', boxes: Object.assign({}, ...boxes) };
}

/** A coordinate of the line that all are put on. */
function goalOf(boxes: readonly Box[], to: Alignment): number {
  const lines = boxes.map((box) => lineOf(box, to));
  const [least, most] = [Math.min(...lines), Math.max(...lines)];
  if (to === 'center' || to === 'middle') return Math.round((least + most) / 2);
  return to === 'left' || to === 'top' ? least : most;
}

function lineOf({ x, y, width, height }: Box, to: Alignment): number {
  switch (to) {
    case 'left':
      return x;
    case 'center':
      return x + width / 2;
    case 'right':
      return x + width;
    case 'top':
      return y;
    case 'middle':
      return y + height / 2;
    case 'bottom':
      return y + height;
    default:
      return to satisfies never;
  }
}

function shift(box: Box, to: Alignment, goal: number): Pick<Box, 'x' | 'y'> {
  const by = goal - lineOf(box, to);
  return to === 'left' || to === 'center' || to === 'right' ? { x: by, y: 0 } : { x: 0, y: by };
}
