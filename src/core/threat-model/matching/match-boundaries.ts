import { assign } from './assign.ts';
import type { Sides } from './element-likeness.ts';
import type { Graph } from './graph.ts';
import type { Together } from './join-leftovers.ts';
import type { FlowPair } from './match-flows.ts';
import { type LabelReader, nameEvidence, type Reference, weightedMean } from './reference.ts';
import { membersOf } from './zone-likeness.ts';

export type BoundaryPair = {
  /** Indices in the two graphs. */
  readonly candidate: number;
  readonly boundary: number;
  /** 0..1. */
  readonly likeness: number;
};

const alikeFrom = 0.35;
const weights = { members: 0.5, crossed: 0.25, name: 0.25 } as const;

/** Pairs boundaries by who stands in them and which flows cross them; names help. */
export function matchBoundaries(
  sides: Sides,
  found: { readonly together: Together; readonly flows: readonly FlowPair[] },
  { names }: Reference,
  labels: LabelReader,
): readonly BoundaryPair[] {
  const { candidate, reference } = sides;
  const own = candidate.boundaries.map(({ id }) => enclosedByCandidate(sides, id, found));
  const other = reference.boundaries.map(({ id }) => enclosedByReference(sides, id, found));
  const likeness = candidate.boundaries.map(({ label }, row) =>
    reference.boundaries.map(({ id }, column) => {
      const [a, b] = [own[row], other[column]];
      if (!a || !b) return 0;
      const { likeness: name, weight } = nameEvidence(labels, label, names(id));
      const both = weightedMean([
        [overlap(a.members, b.members), weights.members],
        [overlap(a.crossed, b.crossed), weights.crossed],
        [name, weights.name * weight],
      ]);
      return both >= alikeFrom ? both : 0;
    }),
  );
  return assign(likeness).flatMap((boundary, row) =>
    boundary < 0 ? [] : [{ candidate: row, boundary, likeness: likeness[row]?.[boundary] ?? 0 }],
  );
}

/** Elements and flows of the reference, by index. */
type Enclosed = { readonly members: ReadonlySet<number>; readonly crossed: ReadonlySet<number> };
type Found = { readonly together: Together; readonly flows: readonly FlowPair[] };

function enclosedByCandidate({ candidate }: Sides, id: string, { together, flows }: Found): Enclosed {
  const rows = new Set(membersOf(candidate).get(id));
  const crosses = crossingOf(candidate, rows);
  return {
    members: new Set([...rows].flatMap((row) => [...(together.referencesOf[row] ?? [])])),
    crossed: new Set(flows.filter(({ by }) => by.some(crosses)).map(({ flow }) => flow)),
  };
}

/** Only what the candidate has drawn at all: what is missing is missed elsewhere. */
function enclosedByReference({ reference }: Sides, id: string, { together, flows }: Found): Enclosed {
  const columns = new Set(membersOf(reference).get(id));
  const crosses = crossingOf(reference, columns);
  return {
    members: new Set([...columns].filter((column) => (together.candidatesOf[column]?.size ?? 0) > 0)),
    crossed: new Set(
      flows.filter(({ flow, how }) => how !== 'inside' && crosses(flow)).map(({ flow }) => flow),
    ),
  };
}

const crossingOf =
  ({ flows, indexOf }: Graph, members: ReadonlySet<number>) =>
  (index: number): boolean => {
    const flow = flows[index];
    if (!flow) return false;
    return members.has(indexOf.get(flow.from) ?? -1) !== members.has(indexOf.get(flow.to) ?? -1);
  };

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = [...a].filter((item) => b.has(item)).length;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}
