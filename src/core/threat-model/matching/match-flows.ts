import type { ElementLikeness, Sides } from './element-likeness.ts';
import type { Together } from './join-leftovers.ts';

/** What became of a flow of the reference. */
export type FlowPair = {
  /** Index of the flow in the reference. */
  readonly flow: number;
  /** Indices of flows of the candidate. */
  readonly by: readonly number[];
  /** 0..1: less where it was drawn the other way round, through something between, or shares an arrow. */
  readonly quality: number;
  readonly how: 'drawn' | 'other-way' | 'shared' | 'through' | 'inside';
};

type Arrow = {
  readonly by: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly quality: number;
};
type Option = Omit<FlowPair, 'how'> & { readonly closeness: number; readonly isReversed: boolean };

const quality = { reversed: 0.7, shared: 0.75, through: 0.85 } as const;

/**
 * Pairs flows through their ends. Direction decides first, then name and protocol; an arrow that is drawn once may
 * stand for a request and its answer, or for several flows between the same two, and counts a little less then.
 */
export function matchFlows(sides: Sides, together: Together, compare: ElementLikeness): readonly FlowPair[] {
  const { reference } = sides;
  const arrows = arrowsOf(sides, together);
  const inside: FlowPair[] = [];
  const options = reference.flows.flatMap((flow, index): Option[] => {
    const from = together.candidatesOf[reference.indexOf.get(flow.from) ?? -1];
    const to = together.candidatesOf[reference.indexOf.get(flow.to) ?? -1];
    if (!from || !to) return [];
    if ([...from].some((row) => to.has(row))) inside.push({ flow: index, by: [], quality: 1, how: 'inside' });
    return arrows.flatMap((arrow) => optionOf(index, arrow, from, to, compare));
  });
  const within = new Set(inside.map(({ flow }) => flow));
  return [...inside, ...choose(options.filter(({ flow }) => !within.has(flow)))];
}

function optionOf(
  flow: number,
  arrow: Arrow,
  from: ReadonlySet<number>,
  to: ReadonlySet<number>,
  compare: ElementLikeness,
): Option[] {
  const isDirect = from.has(arrow.from) && to.has(arrow.to);
  const isReversed = !isDirect && from.has(arrow.to) && to.has(arrow.from);
  if (!isDirect && !isReversed) return [];
  const closeness = Math.max(...arrow.by.map((row) => compare.flow(row, flow)));
  return [
    {
      flow,
      by: arrow.by,
      quality: arrow.quality * (isReversed ? quality.reversed : 1),
      closeness,
      isReversed,
    },
  ];
}

/** The best pairs first; what is left over then shares an arrow. */
function choose(options: readonly Option[]): FlowPair[] {
  const sorted = [...options].sort(
    (a, b) => b.quality - a.quality || b.closeness - a.closeness || a.flow - b.flow || first(a) - first(b),
  );
  const pairs = new Map<number, FlowPair>();
  const used = new Set<number>();
  for (const { flow, by, quality: worth, isReversed } of sorted) {
    if (pairs.has(flow) || by.some((row) => used.has(row))) continue;
    for (const row of by) used.add(row);
    pairs.set(flow, { flow, by, quality: worth, how: howOf(by, isReversed) });
  }
  for (const { flow, by, quality: worth } of sorted)
    if (!pairs.has(flow)) pairs.set(flow, { flow, by, quality: worth * quality.shared, how: 'shared' });
  return [...pairs.values()];
}

const first = ({ by: [row = 0] }: Option): number => row;

function howOf(by: readonly number[], isReversed: boolean): FlowPair['how'] {
  if (isReversed) return 'other-way';
  return by.length > 1 ? 'through' : 'drawn';
}

/** Flows as they are drawn, and ways through one element that has no counterpart. */
function arrowsOf({ candidate }: Sides, { referencesOf }: Together): Arrow[] {
  const ends = candidate.flows.map(({ from, to }) => ({
    from: candidate.indexOf.get(from) ?? -1,
    to: candidate.indexOf.get(to) ?? -1,
  }));
  const drawn = ends.map((end, flow): Arrow => ({ ...end, by: [flow], quality: 1 }));
  const isStranger = (row: number): boolean => referencesOf[row]?.size === 0;
  const through = drawn
    .filter(({ to }) => isStranger(to))
    .flatMap((arrow) =>
      drawn
        .filter(({ from, to }) => from === arrow.to && to !== arrow.from)
        .map(({ to, by }) => ({ from: arrow.from, to, by: [...arrow.by, ...by], quality: quality.through })),
    );
  return [...drawn, ...through];
}
