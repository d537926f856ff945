import { kindLikeness, type Sides } from './element-likeness.ts';
import type { Graph } from './graph.ts';
import { type LabelReader, partsWithin, type Reference } from './reference.ts';

/** Which elements of the two models belong together, by index. */
export type Together = {
  readonly referencesOf: readonly Set<number>[];
  readonly candidatesOf: readonly Set<number>[];
  /** Elements of the reference that were merged into another without being told to be parts of it. */
  readonly loose: ReadonlySet<number>;
};

const joinedFrom = 0.5;

/**
 * Finds what was split or merged: an element that is left over belongs to a pair when it has the flows that the pair
 * lacks, and more so when the scenario calls it a part, stands in the same zone and is joined to the pair by a flow.
 */
export function joinLeftovers(
  sides: Sides,
  pairs: readonly number[],
  reference: Reference,
  labels: LabelReader,
): Together {
  const { candidate, reference: other } = sides;
  const referencesOf = candidate.elements.map(
    (_, row) => new Set(pairs[row] === -1 ? [] : [pairs[row] ?? -1]),
  );
  const candidatesOf = other.elements.map((_, column) => {
    const row = pairs.indexOf(column);
    return new Set(row === -1 ? [] : [row]);
  });
  const loose = new Set<number>();
  const within = new Map([...reference.parts.keys()].map((id) => [id, partsWithin(id, reference.parts)]));
  const arePart = (a: number, b: number): boolean =>
    [...within.values()].some((parts) =>
      [a, b].every((column) => parts.has(other.elements[column]?.id ?? '')),
    );
  const isPartName = (row: number, column: number): boolean =>
    [...(within.get(other.elements[column]?.id ?? '') ?? [])].some((part) =>
      reference
        .names(part)
        .some((name) => labels.likeness(candidate.elements[row]?.label ?? '', name) >= 0.5),
    );
  for (const column of left(candidatesOf)) {
    const found = bestHost({
      from: other,
      to: candidate,
      leftover: column,
      across: candidatesOf,
      told: arePart,
    });
    if (!found) continue;
    candidatesOf[column]?.add(found.to);
    referencesOf[found.to]?.add(column);
    if (!found.told) loose.add(column);
  }
  for (const row of left(referencesOf)) {
    const told = (_: number, __: number, column: number): boolean => isPartName(row, column);
    const found = bestHost({ from: candidate, to: other, leftover: row, across: referencesOf, told });
    if (!found) continue;
    referencesOf[row]?.add(found.to);
    candidatesOf[found.to]?.add(row);
  }
  return { referencesOf, candidatesOf, loose };
}

const left = (groups: readonly Set<number>[]): number[] =>
  groups.flatMap((group, index) => (group.size === 0 ? [index] : []));

type Join = {
  readonly from: Graph;
  readonly to: Graph;
  readonly leftover: number;
  /** What each element of `from` belongs to in `to`. */
  readonly across: readonly ReadonlySet<number>[];
  /** Whether the leftover and the other element are known to be parts of one. */
  readonly told: (leftover: number, other: number, to: number) => boolean;
};
type Host = { readonly to: number; readonly worth: number; readonly told: boolean };

function bestHost(join: Join): Host | undefined {
  let best: Host | undefined;
  for (const [other, group] of join.across.entries()) {
    for (const to of other === join.leftover ? [] : group) {
      const told = join.told(join.leftover, other, to);
      const worth = worthOf(join, other, to, told);
      if (worth >= joinedFrom && worth > (best?.worth ?? 0)) best = { to, worth, told };
    }
  }
  return best;
}

function worthOf(join: Join, other: number, to: number, told: boolean): number {
  const { from, to: graph, leftover } = join;
  const [own, host] = [from.elements[leftover], graph.elements[to]];
  if (!own || !host) return 0;
  const isNear = from.zones[leftover]?.[0] === from.zones[other]?.[0];
  const isJoined = (from.edges[leftover] ?? []).some((edge) => edge.other === other);
  const sum = 0.5 * flowsOf(join, other, to) + (told ? 0.25 : 0) + (isNear ? 0.15 : 0) + (isJoined ? 0.1 : 0);
  return told ? sum : sum * kindLikeness(own.kind, host.kind);
}

const takenAlready = 0.4;
const otherDirection = 0.7;

/** The share of the leftover's flows that the host has; those that its own counterpart needs count little. */
function flowsOf({ from, to: graph, leftover, across }: Join, other: number, to: number): number {
  const outside = (from.edges[leftover] ?? []).filter((edge) => edge.other !== other);
  if (outside.length === 0) return 0;
  let sum = 0;
  for (const edge of outside) {
    const ends = across[edge.other];
    const found = (graph.edges[to] ?? []).filter((mine) => ends?.has(mine.other));
    if (found.length === 0) continue;
    const isSame = found.some(({ outward }) => outward === edge.outward);
    const isTaken = (from.edges[other] ?? []).some(
      (its) => its.other === edge.other && its.outward === edge.outward,
    );
    sum += (isSame ? 1 : otherDirection) * (isTaken ? takenAlready : 1);
  }
  return sum / outside.length;
}
