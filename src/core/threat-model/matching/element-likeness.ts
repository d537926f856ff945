import type { ElementKind } from '#core/content/threat-model-vocabulary.ts';
import type { Matrix } from './assign.ts';
import type { Edge, Graph } from './graph.ts';
import { type Evidence, type LabelReader, nameEvidence, type Reference, weightedMean } from './reference.ts';

/** How alike two boundaries are, by id, 0..1. */
export type ZoneLikeness = (candidate: string, reference: string) => number;

/** What has been found so far. Rows are elements of the candidate, columns those of the reference. */
export type State = {
  readonly likeness: Matrix;
  /** The column of each row; -1 where there is none, absent before the first assignment. */
  readonly pairs?: readonly number[];
  readonly zones: ZoneLikeness;
};

export type Sides = { readonly candidate: Graph; readonly reference: Graph };

const weights = { name: 0.42, kind: 0.16, zone: 0.12, neighbors: 0.3 } as const;

/** An outside system may be drawn as a process, and a service as what it keeps. */
const kinds: Readonly<Record<ElementKind, Readonly<Record<ElementKind, number>>>> = {
  actor: { actor: 1, process: 0.5, store: 0.2 },
  process: { actor: 0.5, process: 1, store: 0.4 },
  store: { actor: 0.2, process: 0.4, store: 1 },
};
export const kindLikeness = (a: ElementKind, b: ElementKind): number => kinds[a][b];

const unnamed: Evidence = { likeness: 0, weight: 0 };

/** Compares elements by name, kind, zone and neighbors, better with every round. */
export class ElementLikeness {
  readonly #sides: Sides;
  readonly #names: readonly (readonly Evidence[])[];
  readonly #flows: Matrix;

  constructor(sides: Sides, reference: Reference, labels: LabelReader) {
    this.#sides = sides;
    const compare = <T extends { readonly id: string; readonly label: string }>(
      from: readonly T[],
      to: readonly T[],
    ): Evidence[][] => {
      const names = to.map(({ id }) => reference.names(id));
      return from.map(({ label }) => names.map((own) => nameEvidence(labels, label, own)));
    };
    const { candidate, reference: other } = sides;
    this.#names = compare(candidate.elements, other.elements);
    this.#flows = compare(candidate.flows, other.flows).map((row, index) =>
      row.map((name, column) => flowLikeness(name, candidate.flows[index], other.flows[column])),
    );
  }

  /** By name and kind alone. */
  first(): Matrix {
    return this.#each((row, column) => {
      const { likeness, weight } = this.name(row, column);
      const name = weights.name * weight;
      const sum = name * likeness + weights.kind * this.#kind(row, column) + weights.neighbors * 0.3;
      return sum / (name + weights.kind + weights.neighbors);
    });
  }

  /** With zone and neighbors, as far as those are known. */
  next(state: State): Matrix {
    const zoneOf = this.#zones(state.zones);
    const neighborsOf = new Neighbors(this.#sides, this.#flows, state);
    return this.#each((row, column) => {
      const { likeness, weight } = this.name(row, column);
      const name = weights.name * weight;
      const sum =
        name * likeness +
        weights.kind * this.#kind(row, column) +
        weights.zone * zoneOf(row, column) +
        weights.neighbors * neighborsOf.likeness(row, column);
      return sum / (name + weights.kind + weights.zone + weights.neighbors);
    });
  }

  /** How alike two flows are by name and protocol, 0..1. */
  flow(row: number, column: number): number {
    return this.#flows[row]?.[column] ?? 0;
  }

  name(row: number, column: number): Evidence {
    return this.#names[row]?.[column] ?? unnamed;
  }

  #each(compute: (row: number, column: number) => number): Matrix {
    const { candidate, reference } = this.#sides;
    return candidate.elements.map((_, row) =>
      rowOf(reference.elements.length, (column) => compute(row, column)),
    );
  }

  #kind(row: number, column: number): number {
    const [a, b] = [this.#sides.candidate.elements[row], this.#sides.reference.elements[column]];
    return a && b ? kindLikeness(a.kind, b.kind) : 0;
  }

  /** Where nobody has drawn a boundary, zones tell nothing. */
  #zones(likeness: ZoneLikeness): (row: number, column: number) => number {
    const { candidate, reference } = this.#sides;
    if (candidate.zones.every((zones) => zones.length === 0)) return () => 0.5;
    const [own, other] = [placesIn(candidate), placesIn(reference)];
    const values = own.zones.map((a) => other.zones.map((b) => zoneFit(a, b, likeness)));
    return (row, column) => values[own.of[row] ?? 0]?.[other.of[column] ?? 0] ?? 0;
  }
}

/** The different places that elements stand in, and which of them each element is in. */
function placesIn({ zones }: Graph): {
  readonly zones: readonly (readonly string[])[];
  readonly of: readonly number[];
} {
  const innermost = [...new Set(zones.map(([zone = '']) => zone))];
  const indexOf = new Map(innermost.map((zone, index) => [zone, index]));
  return {
    zones: innermost.map((zone) => zones.find(([first = '']) => first === zone) ?? []),
    of: zones.map(([zone = '']) => indexOf.get(zone) ?? 0),
  };
}

function zoneFit(own: readonly string[], other: readonly string[], likeness: ZoneLikeness): number {
  if (own.length === 0 && other.length === 0) return 1;
  if (own.length === 0 || other.length === 0) return 0.2;
  return Math.max(...own.flatMap((a) => other.map((b) => likeness(a, b))));
}

/** A row of figures; a plain loop, since a model has tens of thousands of pairs. */
export function rowOf(length: number, compute: (column: number) => number): Float64Array {
  const row = new Float64Array(length);
  for (let column = 0; column < length; column += 1) row[column] = compute(column);
  return row;
}

/** How well the flows of two elements lead to elements that are alike. */
class Neighbors {
  readonly #sides: Sides;
  readonly #flows: Matrix;
  readonly #state: State;
  /** The best that was found for each edge of the reference's element. */
  readonly #found: Float64Array;

  constructor(sides: Sides, flows: Matrix, state: State) {
    this.#sides = sides;
    this.#flows = flows;
    this.#state = state;
    this.#found = new Float64Array(Math.max(1, ...sides.reference.edges.map(({ length }) => length)));
  }

  /** 0..1; both ways, so that flows too many count too. */
  likeness(row: number, column: number): number {
    const own = this.#sides.candidate.edges[row] ?? [];
    const other = this.#sides.reference.edges[column] ?? [];
    if (own.length === 0 || other.length === 0) return own.length === other.length ? 0.5 : 0;
    this.#found.fill(0, 0, other.length);
    let used = 0;
    for (const mine of own) used += this.#best(mine, other);
    let found = 0;
    for (let index = 0; index < other.length; index += 1) found += this.#found[index] ?? 0;
    return (found / other.length + used / own.length) / 2;
  }

  #best(mine: Edge, other: readonly Edge[]): number {
    let best = 0;
    for (let index = 0; index < other.length; index += 1) {
      const edge = other[index];
      const value = edge ? this.#edge(mine, edge) : 0;
      if (value > best) best = value;
      if (value > (this.#found[index] ?? 0)) this.#found[index] = value;
    }
    return best;
  }

  #edge(mine: Edge, edge: Edge): number {
    const { likeness, pairs } = this.#state;
    const soft = likeness[mine.other]?.[edge.other] ?? 0;
    const ends = pairs ? 0.4 * soft + (pairs[mine.other] === edge.other ? 0.6 : 0) : soft;
    const direction = mine.outward === edge.outward ? 1 : 0.6;
    return ends * direction * (0.8 + 0.2 * (this.#flows[mine.flow]?.[edge.flow] ?? 0));
  }
}

type Named = { readonly protocol: string } | undefined;

function flowLikeness({ likeness, weight }: Evidence, a: Named, b: Named): number {
  const isWritten = a !== undefined && b !== undefined && a.protocol !== '' && b.protocol !== '';
  const same = isWritten && a.protocol.toLowerCase() === b.protocol.toLowerCase() ? 1 : 0;
  return weightedMean([
    [likeness, weight],
    [same, isWritten ? 0.25 : 0],
    [0.5, 0.1],
  ]);
}
