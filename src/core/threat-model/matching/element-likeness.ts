import type { ElementKind } from '#core/content/threat-model-vocabulary.ts';
import type { Edge, Graph } from './graph.ts';
import { type Evidence, type LabelReader, nameEvidence, type Reference, weightedMean } from './reference.ts';

/** Rows are elements of the candidate, columns those of the reference, in the order of their graphs. */
export type Likeness = readonly (readonly number[])[];

/** How alike two boundaries are, by id, 0..1. */
export type ZoneLikeness = (candidate: string, reference: string) => number;

/** What has been found so far. */
export type State = {
  readonly likeness: Likeness;
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

/** Compares elements by name, kind, zone and neighbors, better with every round. */
export class ElementLikeness {
  readonly #sides: Sides;
  readonly #names: readonly (readonly Evidence[])[];
  readonly #flows: Likeness;

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
  first(): Likeness {
    return this.#each((row, column) => this.#own(row, column));
  }

  /** With zone and neighbors, as far as those are known. */
  next(state: State): Likeness {
    const bounded = this.#sides.candidate.zones.some((zones) => zones.length > 0);
    return this.#each((row, column) => {
      const { likeness, weight } = this.#names[row]?.[column] ?? { likeness: 0, weight: 0 };
      return weightedMean([
        [likeness, weights.name * weight],
        [this.#kind(row, column), weights.kind],
        [bounded ? this.#zone(row, column, state.zones) : 0.5, weights.zone],
        [this.#neighbors(row, column, state), weights.neighbors],
      ]);
    });
  }

  /** How alike two flows are by name and protocol, 0..1. */
  flow(row: number, column: number): number {
    return this.#flows[row]?.[column] ?? 0;
  }

  name(row: number, column: number): Evidence {
    return this.#names[row]?.[column] ?? { likeness: 0, weight: 0 };
  }

  #each(compute: (row: number, column: number) => number): Likeness {
    const { candidate, reference } = this.#sides;
    return candidate.elements.map((_, row) => reference.elements.map((__, column) => compute(row, column)));
  }

  #own(row: number, column: number): number {
    const { likeness, weight } = this.name(row, column);
    return weightedMean([
      [likeness, weights.name * weight],
      [this.#kind(row, column), weights.kind],
      [0.3, weights.neighbors],
    ]);
  }

  #kind(row: number, column: number): number {
    const { candidate, reference } = this.#sides;
    const [a, b] = [candidate.elements[row], reference.elements[column]];
    return a && b ? kindLikeness(a.kind, b.kind) : 0;
  }

  #zone(row: number, column: number, zones: ZoneLikeness): number {
    const { candidate, reference } = this.#sides;
    const [own, other] = [candidate.zones[row] ?? [], reference.zones[column] ?? []];
    if (own.length === 0 && other.length === 0) return 1;
    if (own.length === 0 || other.length === 0) return 0.2;
    return Math.max(...own.map((a) => Math.max(...other.map((b) => zones(a, b)))));
  }

  /** How well the flows of the two lead to elements that are alike; both ways, so that flows too many count too. */
  #neighbors(row: number, column: number, state: State): number {
    const own = this.#sides.candidate.edges[row] ?? [];
    const other = this.#sides.reference.edges[column] ?? [];
    if (own.length === 0 || other.length === 0) return own.length === other.length ? 0.5 : 0;
    let found = 0;
    for (const edge of other) found += best(own, (mine) => this.#edge(mine, edge, state));
    let used = 0;
    for (const mine of own) used += best(other, (edge) => this.#edge(mine, edge, state));
    return (found / other.length + used / own.length) / 2;
  }

  #edge(mine: Edge, edge: Edge, { likeness, pairs }: State): number {
    const soft = likeness[mine.other]?.[edge.other] ?? 0;
    const ends = pairs ? 0.4 * soft + 0.6 * (pairs[mine.other] === edge.other ? 1 : 0) : soft;
    const direction = mine.outward === edge.outward ? 1 : 0.6;
    return ends * direction * (0.8 + 0.2 * this.flow(mine.flow, edge.flow));
  }
}

function best<T>(items: readonly T[], worth: (item: T) => number): number {
  let most = 0;
  for (const item of items) most = Math.max(most, worth(item));
  return most;
}

type Named = { readonly protocol: string } | undefined;

function flowLikeness({ likeness, weight }: Evidence, a: Named, b: Named): number {
  const written = a?.protocol && b?.protocol ? 0.25 : 0;
  const same = a?.protocol.toLowerCase() === b?.protocol.toLowerCase() ? 1 : 0;
  return weightedMean([
    [likeness, weight],
    [same, written],
    [0.5, 0.1],
  ]);
}
