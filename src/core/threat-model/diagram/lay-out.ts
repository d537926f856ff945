import { Graph, layout } from '@dagrejs/dagre';
import { boundaryPaths } from '../boundaries.ts';
import type { ThreatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import { diagramBoxes } from './boxes.ts';
import { elementSize, emptyFrame, framed, union } from './geometry.ts';

/** Between ranks there has to be room for the label of a flow. */
const distances = { rankdir: 'LR', nodesep: 50, ranksep: 130, edgesep: 30 };

/**
 * New boxes for all elements and boundaries, by id: flows run from left to right in as few crossings as the method
 * of Sugiyama finds. Each boundary is laid out by itself and then takes part in the one around it as one box, so
 * that no frame ever overlaps another. Elements keep their sizes. The same model always gives the same boxes.
 */
export function layOut(model: ThreatModel): Readonly<Record<string, Box>> {
  const sizes = diagramBoxes(model);
  return Object.fromEntries(layOutInside(model, { sizes, ways: waysOf(model) }, null));
}

type Boxes = ReadonlyMap<string, Box>;
/** For an element or boundary: itself, and the boundaries around it, the innermost first. */
type Ways = ReadonlyMap<string, readonly string[]>;
type Given = { readonly sizes: Boxes; readonly ways: Ways };

function waysOf(model: ThreatModel): Ways {
  const paths = boundaryPaths(model);
  const around = (boundary: string | null): readonly string[] =>
    boundary === null ? [] : (paths.get(boundary) ?? []);
  return new Map([
    ...paths,
    ...model.elements.map(({ id, boundary }) => [id, [id, ...around(boundary)]] as const),
  ]);
}

function layOutInside(model: ThreatModel, given: Given, inside: string | null): Boxes {
  const parts = partsOf(model, given, inside);
  const graph = new Graph({ multigraph: true });
  graph.setGraph(distances);
  graph.setDefaultEdgeLabel(() => ({}));
  for (const [id, { size }] of parts) graph.setNode(id, { width: size.width, height: size.height });
  for (const { id, from, to } of model.flows) {
    const [start, end] = [from, to].map((each) => given.ways.get(each)?.find((step) => parts.has(step)));
    if (start && end && start !== end) graph.setEdge(start, end, {}, id);
  }
  layout(graph);
  const boxes = new Map<string, Box>();
  for (const [id, { size, contents }] of parts) {
    const { x, y } = graph.node(id);
    const corner = { x: Math.round(x - size.width / 2), y: Math.round(y - size.height / 2) };
    boxes.set(id, { ...corner, width: size.width, height: size.height });
    for (const [each, box] of contents)
      boxes.set(each, { ...box, x: box.x - size.x + corner.x, y: box.y - size.y + corner.y });
  }
  return boxes;
}

/** What stands directly in a boundary: its size, and where the things in it stand, counted from anywhere. */
type Part = { readonly size: Box; readonly contents: Boxes };

function partsOf(model: ThreatModel, given: Given, inside: string | null): ReadonlyMap<string, Part> {
  const elements = model.elements
    .filter(({ boundary }) => boundary === inside)
    .map(({ id }): [string, Part] => {
      const { width, height } = given.sizes.get(id) ?? elementSize;
      return [id, { size: { x: 0, y: 0, width, height }, contents: new Map() }];
    });
  const frames = model.boundaries
    .filter(({ parent }) => parent === inside)
    .map(({ id }): [string, Part] => {
      const contents = layOutInside(model, given, id);
      const around = union([...contents.values()]);
      return [id, { size: around ? framed(around) : { x: 0, y: 0, ...emptyFrame }, contents }];
    });
  return new Map([...elements, ...frames]);
}
