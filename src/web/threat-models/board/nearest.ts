import type { DiagramBoxes } from '#core/threat-model/diagram/boxes.ts';
import type { Box } from '#core/threat-model/formats/nesting.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });

/** How far along a direction another point lies, and how far beside it. */
function offset(
  from: Box,
  to: Box,
  direction: Direction,
): { readonly along: number; readonly beside: number } {
  const [a, b] = [middle(from), middle(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  switch (direction) {
    case 'left':
      return { along: -dx, beside: Math.abs(dy) };
    case 'right':
      return { along: dx, beside: Math.abs(dy) };
    case 'up':
      return { along: -dy, beside: Math.abs(dx) };
    case 'down':
      return { along: dy, beside: Math.abs(dx) };
    default:
      return direction satisfies never;
  }
}

/** The next box in a direction: near, and rather straight ahead than aside. Undefined where nothing lies there. */
export function nearest(boxes: DiagramBoxes, from: string, direction: Direction): string | undefined {
  const start = boxes.get(from);
  if (!start) return undefined;
  const ahead = [...boxes].flatMap(([id, box]) => {
    const { along, beside } = offset(start, box, direction);
    return id !== from && along > 1 && beside <= 2 * along + 40 ? [{ id, cost: along + 2 * beside }] : [];
  });
  return ahead.toSorted((a, b) => a.cost - b.cost)[0]?.id;
}
