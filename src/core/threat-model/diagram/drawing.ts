import type { Element, Flow, ThreatModel, TrustBoundary } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import { type DiagramBoxes, diagramBoxes } from './boxes.ts';
import { bowsOf, flowPath } from './flow-path.ts';
import { union } from './geometry.ts';
import { textWidth, wrap } from './wrap.ts';

/** What a diagram is drawn of, from the back to the front; `d` is the path language of SVG and of canvas. */
export type Mark =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill: string;
      readonly stroke: string;
      readonly dashes: string;
    }
  | TextMark;

type TextMark = {
  readonly kind: 'text';
  readonly lines: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  readonly align: 'start' | 'middle';
};

export type Drawing = { readonly area: Box; readonly marks: readonly Mark[] };

/** For paper: dark on light, whatever the screen shows. */
const colors = {
  paper: '#ffffff',
  ink: '#16181d',
  muted: '#5a606c',
  frame: '#a92119',
  frameFill: '#fdf6f5',
  line: '#3a3f49',
  none: 'none',
};
const margin = 24;
const lineHeight = 1.25;

/** A data-flow diagram: frames in their nesting, flows with arrows, elements by kind, every label within its room. */
export function drawing(model: ThreatModel): Drawing {
  const boxes = diagramBoxes(model);
  const bows = bowsOf(model.flows);
  const flows = model.flows.map((flow) => flowMarks(flow, boxes, bows.get(flow.id) ?? 0));
  const labels = flows.flatMap(({ label }) => label);
  const around = union([...boxes.values(), ...labels.flatMap(roomOf)]) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    area: {
      x: Math.floor(around.x - margin),
      y: Math.floor(around.y - margin),
      width: Math.ceil(around.width + 2 * margin),
      height: Math.ceil(around.height + 2 * margin),
    },
    marks: [
      ...outerFirst(model, boxes).flatMap(({ boundary, box }) => frameMarks(boundary, box)),
      ...flows.flatMap(({ line }) => line),
      ...model.elements.flatMap((element) => elementMarks(element, boxes.get(element.id))),
      ...labels,
    ],
  };
}

type Framed = { readonly boundary: TrustBoundary; readonly box: Box };

/** A frame covers what stands in it, so that a larger one never lies in a smaller one. */
function outerFirst({ boundaries }: ThreatModel, boxes: DiagramBoxes): readonly Framed[] {
  return boundaries
    .flatMap((boundary) => {
      const box = boxes.get(boundary.id);
      return box ? [{ boundary, box }] : [];
    })
    .toSorted((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
}

const path = (d: string, fill: string, stroke: string, dashes = ''): Mark => ({
  kind: 'path',
  d,
  fill,
  stroke,
  dashes,
});

function frameMarks({ label }: TrustBoundary, { x, y, width, height }: Box): readonly Mark[] {
  const [text = ''] = wrap(label, { width: width - 24, size: 12, lines: 1 });
  return [
    path(rectangle({ x, y, width, height }), colors.frameFill, colors.frame, '7 5'),
    {
      kind: 'text',
      lines: [{ x: x + 12, y: y + 20, text }],
      size: 12,
      weight: 600,
      color: colors.frame,
      align: 'start',
    },
  ];
}

const rectangle = ({ x, y, width, height }: Box): string => `M${x},${y}h${width}v${height}h${-width}Z`;

function rounded({ x, y, width, height }: Box): string {
  const radius = Math.min(width, height) / 2;
  const [straight, upright] = [width - 2 * radius, height - 2 * radius];
  const turn = (dx: number, dy: number): string => `a${radius},${radius} 0 0 1 ${dx},${dy}`;
  return `M${x + radius},${y}h${straight}${turn(radius, radius)}v${upright}${turn(-radius, radius)}h${-straight}${turn(-radius, -radius)}v${-upright}${turn(radius, -radius)}Z`;
}

function elementMarks(element: Element, box: Box | undefined): readonly Mark[] {
  if (!box) return [];
  const dashes = element.inScope ? '' : '4 4';
  const color = element.inScope ? colors.ink : colors.muted;
  const text = centered(element.label, box, color);
  switch (element.kind) {
    case 'actor':
      return [path(rectangle(box), colors.paper, color, dashes), text];
    case 'process':
      return [path(rounded(box), colors.paper, color, dashes), text];
    case 'store': {
      const { x, y, width, height } = box;
      const lines = `M${x},${y}h${width}M${x},${y + height}h${width}`;
      return [path(rectangle(box), colors.paper, colors.none), path(lines, colors.none, color, dashes), text];
    }
    default:
      return element satisfies never;
  }
}

function centered(label: string, { x, y, width, height }: Box, color: string): Mark {
  const size = 14;
  const most = Math.max(1, Math.floor((height - 12) / (size * lineHeight)));
  const rows = wrap(label, { width: width - 28, size, lines: most });
  return textAt(rows, { x: x + width / 2, y: y + height / 2 }, { size, color, weight: 500 });
}

type Style = { readonly size: number; readonly color: string; readonly weight: number };

function textAt(
  rows: readonly string[],
  at: { readonly x: number; readonly y: number },
  style: Style,
): TextMark {
  const step = style.size * lineHeight;
  const first = at.y - ((rows.length - 1) * step) / 2 + style.size * 0.35;
  const lines = rows.map((text, index) => ({ x: at.x, y: first + index * step, text }));
  return { kind: 'text', lines, ...style, align: 'middle' };
}

type FlowMarks = { readonly line: readonly Mark[]; readonly label: readonly Mark[] };

function flowMarks(flow: Flow, boxes: DiagramBoxes, bow: number): FlowMarks {
  const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
  if (!from || !to) return { line: [], label: [] };
  const { line, head, label } = flowPath(from, to, bow);
  const color = flow.inScope ? colors.line : colors.muted;
  const rows = wrap(flow.label, { width: 130, size: 12, lines: 3 });
  return {
    line: [path(line, colors.none, color, flow.inScope ? '' : '4 4'), path(head, color, colors.none)],
    label: onPaper(textAt(rows, label, { size: 12, color, weight: 400 })),
  };
}

/** A text with a sheet under each line, so that what it stands on does not cross it. */
function onPaper(text: TextMark): readonly Mark[] {
  const sheets = text.lines.map(({ x, y, text: words }) => {
    const width = textWidth(words, text.size) + 6;
    return rectangle({ x: x - width / 2, y: y - text.size, width, height: text.size * lineHeight });
  });
  return [path(sheets.join(''), colors.paper, colors.none), text];
}

/** About the room of a label, which may stand out of all boxes. */
const roomOf = (mark: Mark): readonly Box[] =>
  mark.kind === 'text'
    ? mark.lines.map(({ x, y }) => ({ x: x - 65, y: y - mark.size, width: 130, height: mark.size * 1.4 }))
    : [];
