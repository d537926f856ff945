import { type BoundaryPaths, boundariesBetween, boundaryPaths } from './boundaries.ts';
import type { Element, Flow, ThreatModel } from './document.ts';

export type FlowSubject = Flow & { readonly kind: 'flow' };
/** What a rule can be about. */
export type Subject = Element | FlowSubject;

/** A model with its relations at hand; lists are in order of id, so that the order of drawing changes nothing. */
export type ModelIndex = {
  readonly elements: ReadonlyMap<string, Element>;
  readonly flows: readonly FlowSubject[];
  readonly incoming: ReadonlyMap<string, readonly FlowSubject[]>;
  readonly outgoing: ReadonlyMap<string, readonly FlowSubject[]>;
  /** The elements that a flow joins with this one, in either direction. */
  neighbors(id: string): readonly Element[];
  /** Labels of the boundaries that a flow enters and leaves. */
  entered(flow: Flow): readonly string[];
  left(flow: Flow): readonly string[];
};

export function indexModel(model: ThreatModel): ModelIndex {
  const elements = new Map(model.elements.map((element) => [element.id, element]));
  const flows = model.flows
    .map((flow): FlowSubject => ({ ...flow, kind: 'flow' }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const incoming = groupedBy(flows, ({ to }) => to);
  const outgoing = groupedBy(flows, ({ from }) => from);
  const labelsBetween = labelsIn(model);
  const zone = (id: string): string | null => elements.get(id)?.boundary ?? null;
  return {
    ...{ elements, flows, incoming, outgoing },
    neighbors: remembered((id: string) => {
      const arriving = (incoming.get(id) ?? []).map(({ from }) => from);
      const leaving = (outgoing.get(id) ?? []).map(({ to }) => to);
      return [...new Set([...arriving, ...leaving])].sort().flatMap((each) => elements.get(each) ?? []);
    }),
    entered: ({ from, to }) => labelsBetween(zone(from), zone(to)),
    left: ({ from, to }) => labelsBetween(zone(to), zone(from)),
  };
}

/** Labels of the boundaries around the one place and not the other. */
function labelsIn(model: ThreatModel): (outer: string | null, inner: string | null) => readonly string[] {
  const paths: BoundaryPaths = boundaryPaths(model);
  const labels = new Map(model.boundaries.map(({ id, label }) => [id, label]));
  const from = remembered((outer: string | null) =>
    remembered((inner: string | null) =>
      boundariesBetween(paths, outer, inner).map((id) => labels.get(id) ?? id),
    ),
  );
  return (outer, inner) => from(outer)(inner);
}

function remembered<K, T>(work: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(key);
    known.set(key, result);
    return result;
  };
}

export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
