import type { Flow } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import { groupedBy } from '../model-index.ts';

type Point = { readonly x: number; readonly y: number };
/** How a flow is drawn: a curve for SVG and canvas, its arrow head, and the middle of its label. */
export type FlowPath = { readonly line: string; readonly head: string; readonly label: Point };

/** How far flows between the same two elements bow apart, in pixels. */
const spread = 46;
const headLength = 11;
const headWidth = 4.5;

/**
 * For every flow by id, how far it bows: 0 where it is the only one between its two elements. A flow and its answer
 * bow to different sides.
 */
export function bowsOf(flows: readonly Pick<Flow, 'id' | 'from' | 'to'>[]): ReadonlyMap<string, number> {
  const groups = groupedBy(flows, ({ from, to }) => JSON.stringify([from, to].sort()));
  return new Map(
    [...groups.values()].flatMap((group) =>
      group.map(({ id, from, to }, index): [string, number] => {
        const side = from < to ? 1 : -1;
        return [id, side * spread * (2 * index - (group.length - 1))];
      }),
    ),
  );
}

/** The way from the edge of one box to the edge of another, bowed to the right of its direction. */
export function flowPath(from: Box, to: Box, bow: number): FlowPath {
  if (from.x === to.x && from.y === to.y) return loop(from, bow);
  const [start, end] = [middle(from), middle(to)];
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const control = {
    x: (start.x + end.x) / 2 - ((end.y - start.y) / length) * bow,
    y: (start.y + end.y) / 2 + ((end.x - start.x) / length) * bow,
  };
  const [leaves, arrives] = [edgeTowards(from, control), edgeTowards(to, control)];
  const line = `M${at(leaves)}Q${at(control)} ${at(arrives)}`;
  return { line, head: headAt(arrives, control), label: halfway(leaves, control, arrives) };
}

/** A flow from an element to itself: an ear at its upper right corner. */
function loop({ x, y, width }: Box, bow: number): FlowPath {
  const size = 50 + Math.abs(bow) / 2;
  const [start, end] = [
    { x: x + width - 50, y },
    { x: x + width, y: y + 30 },
  ];
  const [out, back] = [
    { x: x + width - 50, y: y - size },
    { x: x + width + size, y: y + 30 },
  ];
  const line = `M${at(start)}C${at(out)} ${at(back)} ${at(end)}`;
  return { line, head: headAt(end, back), label: { x: x + width + size / 3, y: y - size / 3 } };
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const short = (value: number): string => String(Math.round(value * 10) / 10);
const at = ({ x, y }: Point): string => `${short(x)},${short(y)}`;

/** Where the way from the middle of a box to a point leaves the box; the middle itself for a point within. */
function edgeTowards(box: Box, target: Point): Point {
  const center = middle(box);
  const [dx, dy] = [target.x - center.x, target.y - center.y];
  const reach = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return reach < 1 ? { x: center.x + dx * reach, y: center.y + dy * reach } : center;
}

function headAt(tip: Point, from: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const base = { x: tip.x - ux * headLength, y: tip.y - uy * headLength };
  const left = { x: base.x - uy * headWidth, y: base.y + ux * headWidth };
  const right = { x: base.x + uy * headWidth, y: base.y - ux * headWidth };
  return `M${at(tip)}L${at(left)}L${at(right)}Z`;
}

const halfway = (start: Point, control: Point, end: Point): Point => ({
  x: start.x / 4 + control.x / 2 + end.x / 4,
  y: start.y / 4 + control.y / 2 + end.y / 4,
});
