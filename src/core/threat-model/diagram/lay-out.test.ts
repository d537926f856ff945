import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ThreatModel, threatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import { diagramBoxes } from './boxes.ts';
import { layOut } from './lay-out.ts';
import { withContents } from './subtree.ts';

const place = fc.nat({ max: 20 });

/** Boundaries nest only into earlier ones, so that there is no cycle. */
const models: fc.Arbitrary<ThreatModel> = fc
  .record({
    boundaries: fc.array(fc.option(place), { maxLength: 6 }),
    elements: fc.array(fc.option(place), { maxLength: 15 }),
    flows: fc.array(fc.tuple(place, place), { maxLength: 30 }),
  })
  .map(({ boundaries, elements, flows }) => {
    const boundaryAt = (at: number | null, count: number): string | null =>
      at === null || count === 0 ? null : `b${at % count}`;
    return threatModel.parse({
      version: 1,
      title: 'Any',
      boundaries: boundaries.map((at, index) => ({
        id: `b${index}`,
        label: `Boundary ${index}`,
        parent: boundaryAt(at, index),
      })),
      elements: elements.map((at, index) => ({
        id: `e${index}`,
        kind: 'process',
        label: `Element ${index}`,
        boundary: boundaryAt(at, boundaries.length),
      })),
      flows:
        elements.length === 0
          ? []
          : flows.map(([from, to], index) => ({
              id: `f${index}`,
              label: `Flow ${index}`,
              from: `e${from % elements.length}`,
              to: `e${to % elements.length}`,
            })),
    });
  });

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const covers = (a: Box, b: Box): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;

/** Pairs of boxes that are drawn otherwise than the model nests them. */
function misdrawn(model: ThreatModel, boxes: ReadonlyMap<string, Box>): string[] {
  const contents = new Map([...boxes.keys()].map((id) => [id, withContents(model, [id])]));
  return [...boxes].flatMap(([outer, box]) =>
    [...boxes].flatMap(([inner, other]) => {
      if (inner === outer || contents.get(inner)?.has(outer)) return [];
      const isRight = contents.get(outer)?.has(inner) ? covers(box, other) : !overlaps(box, other);
      return isRight ? [] : [`${outer} and ${inner}`];
    }),
  );
}

describe('laying out a diagram', () => {
  it('gives everything a box inside of its boundary that overlaps no other', () => {
    fc.assert(
      fc.property(models, (model) => {
        const boxes = new Map(Object.entries(layOut(model)));
        expect(boxes.size).toBe(model.elements.length + model.boundaries.length);
        expect(misdrawn(model, boxes)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('is kept as it is by the diagram', () => {
    fc.assert(
      fc.property(models, (model) => {
        const layout = layOut(model);
        expect(Object.fromEntries(diagramBoxes({ ...model, layout }))).toEqual(layout);
      }),
    );
  });

  it('draws flows from left to right', () => {
    const model = threatModel.parse({
      version: 1,
      title: 'Chain',
      elements: ['c', 'a', 'b'].map((id) => ({ id, kind: 'process', label: id })),
      flows: [
        { id: 'f', label: 'First', from: 'a', to: 'b' },
        { id: 'g', label: 'Second', from: 'b', to: 'c' },
      ],
    });
    const boxes = layOut(model);
    const order = Object.keys(boxes).toSorted((one, other) => (boxes[one]?.x ?? 0) - (boxes[other]?.x ?? 0));
    expect(order).toEqual(['a', 'b', 'c']);
  });
});
