import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, segmentsOf } from './segments.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
const mark: fc.Arbitrary<Mark> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  start: fc.integer({ min: -5, max: 70 }),
  end: fc.integer({ min: -5, max: 70 }),
});

describe('segments of an answer', () => {
  it('cuts at every edge of overlapping quotes', () => {
    const segments = segmentsOf('0123456789', [
      { id: 'a', start: 2, end: 6 },
      { id: 'b', start: 4, end: 8 },
    ]);
    expect(segments.map(({ text, ids, closes }) => [text, ids.join(), closes.join()])).toEqual([
      ['01', '', ''],
      ['23', 'a', ''],
      ['45', 'a,b', 'a'],
      ['67', 'b', 'b'],
      ['89', '', ''],
    ]);
  });

  it('numbers a point once where its own quotes overlap or touch', () => {
    const segments = segmentsOf('0123456789', [
      { id: 'a', start: 0, end: 4 },
      { id: 'a', start: 2, end: 6 },
      { id: 'a', start: 6, end: 8 },
    ]);
    expect(segments.flatMap((segment) => segment.closes)).toEqual(['a']);
  });

  it('gives the text back whole, whatever is marked', () => {
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 12 }), (words, marks) => {
        const segments = segmentsOf(words, marks);
        expect(segments.map((segment) => segment.text).join('')).toBe(words);
        expect(segments.every((segment) => segment.text !== '')).toBe(true);
      }),
    );
  });

  it('marks every code unit with exactly what covers it', () => {
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 12 }), (words, marks) => {
        for (const segment of segmentsOf(words, marks)) {
          for (let at = segment.start; at < segment.start + segment.text.length; at++) {
            const covering = marks.filter((each) => each.start <= at && at < each.end).map((each) => each.id);
            expect(new Set(segment.ids)).toEqual(new Set(covering));
          }
        }
      }),
    );
  });

  it('closes each id as often as it has separate stretches', () => {
    fc.assert(
      fc.property(text, fc.array(mark, { maxLength: 12 }), (words, marks) => {
        const segments = segmentsOf(words, marks);
        for (const id of ['a', 'b', 'c']) {
          const stretches = segments.filter(
            (segment, at) => segment.ids.includes(id) && !segments[at + 1]?.ids.includes(id),
          );
          expect(segments.flatMap((segment) => segment.closes).filter((each) => each === id)).toHaveLength(
            stretches.length,
          );
        }
      }),
    );
  });
});
