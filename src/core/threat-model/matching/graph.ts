import { boundaryPaths } from '../boundaries.ts';
import type { Element, Flow, ThreatModel, TrustBoundary } from '../document.ts';

export type Edge = {
  /** Index of the element at the other end. */
  readonly other: number;
  /** Index of the flow. */
  readonly flow: number;
  readonly outward: boolean;
};

/** A model as a graph, in an order that does not depend on the order of drawing. */
export type Graph = {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly boundaries: readonly TrustBoundary[];
  readonly edges: readonly (readonly Edge[])[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Boundaries around each element, the innermost first. */
  readonly zones: readonly (readonly string[])[];
};

const byKey =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number => {
    const [first, second] = [key(a), key(b)];
    if (first === second) return 0;
    return first < second ? -1 : 1;
  };

export function graphOf(model: ThreatModel): Graph {
  const elements = [...model.elements].sort(byKey(({ kind, label, id }) => `${kind}\0${label}\0${id}`));
  const flows = [...model.flows].sort(byKey(({ label, id }) => `${label}\0${id}`));
  const boundaries = [...model.boundaries].sort(byKey(({ label, id }) => `${label}\0${id}`));
  const indexOf = new Map(elements.map(({ id }, index) => [id, index]));
  const edges = elements.map((): Edge[] => []);
  for (const [flow, { from, to }] of flows.entries()) {
    const [start, end] = [indexOf.get(from), indexOf.get(to)];
    if (start === undefined || end === undefined || start === end) continue;
    edges[start]?.push({ other: end, flow, outward: true });
    edges[end]?.push({ other: start, flow, outward: false });
  }
  const paths = boundaryPaths(model);
  const zones = elements.map(({ boundary }) => (boundary === null ? [] : (paths.get(boundary) ?? [])));
  return { elements, flows, boundaries, edges, indexOf, zones };
}
