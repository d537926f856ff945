import type { Node, NodeHandle, Position } from '@xyflow/react';
import { type DiagramBoxes, diagramBoxes } from '#core/threat-model/diagram/boxes.ts';
import type { Element, ThreatModel, TrustBoundary } from '#core/threat-model/document.ts';
import { elementWords, labelsOf } from '../editor/describe.ts';
import type { Selection } from '../editor/editing.ts';

type Shared = {
  readonly renaming: boolean;
  readonly connecting: boolean;
  /** It alone is selected, so that it can be resized. */
  readonly alone: boolean;
};
export type ElementNode = Node<Shared & { readonly element: Element; readonly threats: number }, 'element'>;
export type FrameNode = Node<Shared & { readonly boundary: TrustBoundary }, 'frame'>;
export type BoardNode = ElementNode | FrameNode;

/** What of the board is not in the model. */
export type BoardView = {
  readonly selection: Selection;
  /** The one thing that the Tab key leads to. */
  readonly focused: string | null;
  readonly renaming: string | null;
  /** Where a flow that is drawn by keys begins. */
  readonly connecting: string | null;
};

/** The nodes of a model, frames before what stands in them; those that nothing changed are taken from `before`. */
export function boardNodes(
  model: ThreatModel,
  view: BoardView,
  before: readonly BoardNode[],
): readonly BoardNode[] {
  const boxes = diagramBoxes(model);
  const old = new Map(before.map((node) => [node.id, node]));
  const labels = labelsOf(model);
  const threats = threatCounts(model);
  const frames = outerFirst(model, boxes).map(
    (boundary): FrameNode => ({
      ...placed({ id: boundary.id, parent: boundary.parent }, boxes, view),
      type: 'frame',
      ariaLabel: `Trust boundary “${boundary.label}”${selectedWords(view, boundary.id)}`,
      style: { pointerEvents: 'none' },
      data: { boundary, ...shared(view, boundary.id) },
    }),
  );
  const elements = model.elements.map((element): ElementNode => {
    const node = placed({ id: element.id, parent: element.boundary }, boxes, view);
    return {
      ...node,
      handles: [handleOf(node.width, node.height)],
      type: 'element',
      ariaLabel: `${elementWords(element, labels)}${selectedWords(view, element.id)}`,
      data: { element, threats: threats.get(element.id) ?? 0, ...shared(view, element.id) },
    };
  });
  return [...frames, ...elements].map((node) => {
    const known = old.get(node.id);
    return known && isSameNode(known, node) ? known : node;
  });
}

const shared = ({ selection, renaming, connecting }: BoardView, id: string): Shared => ({
  renaming: renaming === id,
  connecting: connecting === id,
  alone: selection.size === 1 && selection.has(id),
});

const selectedWords = ({ selection }: BoardView, id: string): string =>
  selection.has(id) ? ', selected' : '';

function threatCounts({ threats }: ThreatModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of threats.flatMap(({ on }) => on)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function outerFirst({ boundaries }: ThreatModel, boxes: DiagramBoxes): readonly TrustBoundary[] {
  const area = ({ id }: TrustBoundary): number => {
    const box = boxes.get(id);
    return box ? box.width * box.height : 0;
  };
  return boundaries.toSorted((a, b) => area(b) - area(a));
}

type Placed = { readonly id: string; readonly parent: string | null };

function placed({ id, parent }: Placed, boxes: DiagramBoxes, view: BoardView) {
  const { x, y, width, height } = boxes.get(id) ?? { x: 0, y: 0, width: 1, height: 1 };
  const corner = parent === null ? undefined : boxes.get(parent);
  return {
    id,
    ...(parent === null ? {} : { parentId: parent }),
    position: { x: x - (corner?.x ?? 0), y: y - (corner?.y ?? 0) },
    width,
    height,
    measured: { width, height },
    selected: view.selection.has(id),
    domAttributes: { tabIndex: view.focused === id ? 0 : -1 },
  };
}

/** Known before the node was ever on the screen, so that its flows can be drawn. */
const handleOf = (width: number, height: number): NodeHandle => ({
  type: 'source',
  position: 'right' as Position,
  x: width,
  y: height / 2,
  width: 1,
  height: 1,
});

function isSameNode(a: BoardNode, b: BoardNode): boolean {
  return (
    a.type === b.type &&
    a.parentId === b.parentId &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.selected === b.selected &&
    a.ariaLabel === b.ariaLabel &&
    a.domAttributes?.tabIndex === b.domAttributes?.tabIndex &&
    sameData(a.data, b.data)
  );
}

export function sameData(a: object, b: object): boolean {
  const values = new Map(Object.entries(a));
  return Object.entries(b).every(([key, value]) => values.get(key) === value);
}
