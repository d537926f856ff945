import { assign, type Matrix } from './assign.ts';
import { ElementLikeness, rowOf, type Sides, type State, type ZoneLikeness } from './element-likeness.ts';
import type { LabelReader, Reference } from './reference.ts';
import { zoneLikeness } from './zone-likeness.ts';

export type ElementPairs = {
  /** The column of each row, -1 where the element has no counterpart that is alike enough. */
  readonly pairs: readonly number[];
  readonly likeness: Matrix;
  readonly zones: ZoneLikeness;
  readonly compare: ElementLikeness;
};

const softRounds = 3;
const hardRounds = 4;
/** Less than this is another thing. */
const alikeFrom = 0.4;
const matterShare = 0.1;

/**
 * Pairs the elements of two models. Likeness of names and kinds spreads along flows for a few rounds (similarity
 * flooding, Melnik et al. 2002), then the best assignment takes part in the comparison of neighbors and zones until it
 * stands still.
 */
export function matchElements(sides: Sides, reference: Reference, labels: LabelReader): ElementPairs {
  const compare = new ElementLikeness(sides, reference, labels);
  const matters = sides.reference.elements.map(({ id }) => 1 - matterShare * (1 - reference.matters(id)));
  const pair = (likeness: Matrix): readonly number[] =>
    assign(
      likeness.map((row) => rowOf(matters.length, (column) => (row[column] ?? 0) * (matters[column] ?? 1))),
    );
  const zonesFor = zoneLikeness(sides, reference, labels);
  let state: State = { likeness: compare.first(), zones: zonesFor(undefined) };
  for (let round = 0; round < softRounds; round += 1) state = { ...state, likeness: compare.next(state) };
  for (let round = 0; round < hardRounds; round += 1) {
    const pairs = pair(state.likeness);
    if (round > 0 && pairs.every((column, row) => column === state.pairs?.[row])) break;
    const paired = { likeness: state.likeness, pairs, zones: zonesFor(pairs) };
    state = { ...paired, likeness: compare.next(paired) };
  }
  const pairs = pair(state.likeness).map((column, row) =>
    column >= 0 && (state.likeness[row]?.[column] ?? 0) >= alikeFrom ? column : -1,
  );
  return { pairs, likeness: state.likeness, zones: state.zones, compare };
}
