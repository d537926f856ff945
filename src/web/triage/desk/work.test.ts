import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooLongForTriage, isWork, moved, rejected, taken, textOfWork, workOfText } from './work.ts';

const work = { order: ['a', 'b', 'c'], chosen: ['a'], rejected: ['c'], reasons: { a: 'why' } };

describe('the work on a triage set', () => {
  it('comes back from its text, which does not depend on the order of the reasons', () => {
    expect(workOfText(textOfWork(work))).toEqual(work);
    const reasons = { b: '2', a: '1' };
    expect(textOfWork({ ...work, reasons })).toEqual(
      textOfWork({ ...work, reasons: { a: '1', b: '2', c: '' } }),
    );
  });

  it('is told from what is damaged and from what is too long', () => {
    expect(isWork(textOfWork(work))).toBe(true);
    for (const answer of ['{', '[]', '{"order":[]}']) expect(isWork({ answer, notes: '' })).toBe(false);
    expect(isTooLongForTriage(textOfWork(work))).toBe(false);
    expect(isTooLongForTriage(textOfWork({ ...work, reasons: { a: 'x'.repeat(1001) } }))).toBe(true);
  });

  it('keeps every finding once, wherever one is put', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: -5, max: 9 }), (id, place) => {
        const { order } = moved(work, id, place);
        expect([...order].sort()).toEqual(['a', 'b', 'c']);
        expect(order.indexOf(id)).toBe(Math.max(0, Math.min(2, place)));
      }),
    );
  });

  it('takes no more than fits, and nothing that is rejected too', () => {
    expect(taken(work, 'b', 1)).toEqual(work);
    expect(taken(work, 'c', 2)).toMatchObject({ chosen: ['a', 'c'], rejected: [] });
    expect(taken(work, 'a', 1).chosen).toEqual([]);
    expect(rejected(work, 'a')).toMatchObject({ chosen: [], rejected: ['c', 'a'] });
    expect(rejected(work, 'c').rejected).toEqual([]);
  });
});
