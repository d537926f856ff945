import { type BoundaryPaths, boundariesBetween, boundaryPaths } from './boundaries.ts';
import type { Element, Flow, ThreatModel } from './document.ts';

/** A model with its relations at hand; lists are in order of id, so that the order of drawing changes nothing. */
export type ModelIndex = {
  readonly elements: ReadonlyMap<string, Element>;
  readonly incoming: ReadonlyMap<string, readonly Flow[]>;
  readonly outgoing: ReadonlyMap<string, readonly Flow[]>;
  /** Labels of the boundaries that a flow enters and leaves. */
  entered(flow: Flow): readonly string[];
  left(flow: Flow): readonly string[];
};

export function indexModel(model: ThreatModel): ModelIndex {
  const elements = new Map(model.elements.map((element) => [element.id, element]));
  const labels = new Map(model.boundaries.map(({ id, label }) => [id, label]));
  const paths = boundaryPaths(model);
  const flows = [...model.flows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const zone = (id: string): string | null => elements.get(id)?.boundary ?? null;
  return {
    elements,
    incoming: groupedBy(flows, ({ to }) => to),
    outgoing: groupedBy(flows, ({ from }) => from),
    entered: ({ from, to }) => labelsBetween(paths, labels, zone(from), zone(to)),
    left: ({ from, to }) => labelsBetween(paths, labels, zone(to), zone(from)),
  };
}

const labelsBetween = (
  paths: BoundaryPaths,
  labels: ReadonlyMap<string, string>,
  outer: string | null,
  inner: string | null,
): readonly string[] => boundariesBetween(paths, outer, inner).map((id) => labels.get(id) ?? id);

export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
