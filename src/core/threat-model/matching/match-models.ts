import type { ThreatModel } from '../document.ts';
import type { Sides } from './element-likeness.ts';
import { graphOf } from './graph.ts';
import { joinLeftovers, type Together } from './join-leftovers.ts';
import { matchBoundaries } from './match-boundaries.ts';
import { type ElementPairs, matchElements } from './match-elements.ts';
import { type FlowPair, matchFlows } from './match-flows.ts';
import type { LabelReader, Reference } from './reference.ts';

/** Something of the reference and what stands for it in the candidate; ids, likeness 0..1. */
export type Match = {
  readonly reference: string;
  readonly candidates: readonly string[];
  readonly likeness: number;
};
export type ElementMatch = Match & {
  /** How alike the names are, 0..1; null where the name tells nothing. */
  readonly name: number | null;
  readonly how: 'one' | 'split' | 'merged';
  /** Nobody told that it may be merged into that element. */
  readonly loose: boolean;
};
export type FlowMatch = Match & { readonly how: FlowPair['how'] };

export type ModelMatch = {
  readonly elements: readonly ElementMatch[];
  readonly flows: readonly FlowMatch[];
  readonly boundaries: readonly Match[];
  /** What each element, flow and boundary of the candidate stands for, by id; absent where it stands for nothing. */
  readonly meaning: ReadonlyMap<string, readonly string[]>;
};

/**
 * Matches a model with a reference: elements by name, kind, zone and neighbors, then what was split or merged, then
 * flows by their ends, then boundaries by what they enclose. Layout and the order of drawing count for nothing.
 */
export function matchModels(model: ThreatModel, reference: Reference, labels: LabelReader): ModelMatch {
  const sides = { candidate: graphOf(model), reference: graphOf(reference.model) };
  const pairs = matchElements(sides, reference, labels);
  const together = joinLeftovers(sides, pairs.pairs, reference, labels);
  const flowPairs = matchFlows(sides, together, pairs.compare);
  const boundaryPairs = matchBoundaries(sides, { together, flows: flowPairs }, reference, labels);
  const { candidate, reference: other } = sides;
  const elements = elementMatches(sides, pairs, together);
  const flows = flowPairs.map(({ flow, by, quality, how }) => ({
    reference: idAt(other.flows, flow),
    candidates: by.map((row) => idAt(candidate.flows, row)),
    likeness: quality,
    how,
  }));
  const boundaries = boundaryPairs.map(({ candidate: row, boundary, likeness }) => ({
    reference: idAt(other.boundaries, boundary),
    candidates: [idAt(candidate.boundaries, row)],
    likeness,
  }));
  return { elements, flows, boundaries, meaning: meaningOf([...elements, ...flows, ...boundaries]) };
}

const idAt = (things: readonly { readonly id: string }[], index: number): string => things[index]?.id ?? '';

function elementMatches(
  { candidate, reference }: Sides,
  { pairs, likeness, compare }: ElementPairs,
  { candidatesOf, loose }: Together,
): ElementMatch[] {
  return reference.elements.flatMap(({ id }, column): ElementMatch[] => {
    const rows = [...(candidatesOf[column] ?? [])];
    const own = pairs.indexOf(column);
    const [host = own] = own === -1 ? rows : [own];
    if (host === -1) return [];
    const names = rows.map((row) => compare.name(row, column)).filter(({ weight }) => weight >= tells);
    return [
      {
        reference: id,
        candidates: rows.map((row) => idAt(candidate.elements, row)),
        likeness: likeness[host]?.[pairs[host] ?? -1] ?? 0,
        how: howOf(own, rows.length),
        name: names.length === 0 ? null : Math.max(...names.map((evidence) => evidence.likeness)),
        loose: loose.has(column),
      },
    ];
  });
}

/** Names that tell less show nothing. */
const tells = 0.5;

function howOf(own: number, count: number): ElementMatch['how'] {
  if (own === -1) return 'merged';
  return count > 1 ? 'split' : 'one';
}

function meaningOf(matches: readonly Match[]): ReadonlyMap<string, readonly string[]> {
  const meaning = new Map<string, string[]>();
  for (const { reference, candidates } of matches)
    for (const id of candidates) {
      const known = meaning.get(id);
      if (known) known.push(reference);
      else meaning.set(id, [reference]);
    }
  return meaning;
}
