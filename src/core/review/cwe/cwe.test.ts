import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonWeaknesses } from './common.ts';
import { searchWeaknesses } from './search.ts';
import { sharePillar, stepsBetween, weaknesses } from './tree.ts';

const ids = [...weaknesses.keys()];
const anyId = fc.constantFrom(...ids);
const found = (query: string, limit?: number): number[] => searchWeaknesses(query, limit).map(({ id }) => id);

describe('the CWE tree', () => {
  it('knows the parents of each weakness', () => {
    for (const { parents } of weaknesses.values())
      for (const parent of parents) expect(weaknesses.has(parent)).toBe(true);
  });

  it('leads from every weakness to a pillar', () => {
    for (const id of ids) expect(sharePillar(id, id)).toBe(true);
  });

  it.each([
    [89, 89, 0],
    [89, 943, 1],
    [564, 89, 1],
    [22, 23, 1],
    [78, 88, 2],
    [89, 79, 3],
    [89, 22, undefined],
    [639, 284, undefined],
    [89, 99_999, undefined],
  ])('counts the steps from CWE-%i to CWE-%i', (a, b, steps) => {
    expect(stepsBetween(a, b)).toBe(steps);
  });

  it('counts the same both ways, and nothing to itself', () => {
    fc.assert(
      fc.property(anyId, anyId, (a, b) => {
        expect(stepsBetween(a, b)).toBe(stepsBetween(b, a));
        expect(sharePillar(a, b)).toBe(sharePillar(b, a));
        expect(stepsBetween(a, a)).toBe(0);
      }),
    );
  });
});

describe('searching the CWE list', () => {
  it('lists all of it, common ones first', () => {
    const all = found('', Number.POSITIVE_INFINITY);
    expect(all).toHaveLength(weaknesses.size);
    expect(all.slice(0, commonWeaknesses.size)).toEqual([...commonWeaknesses.keys()]);
  });

  it.each([
    ['89', 89],
    ['CWE-89', 89],
    ['cwe 89', 89],
    ['sql', 89],
    ['SQL injection', 89],
    ['xss', 79],
    ['idor', 639],
    ['path trav', 22],
    ['ssrf', 918],
    ['deserialization', 502],
    ['mass assign', 915],
    ['timing', 208],
    ['zip slip', 23],
    ['fail open', 636],
    ['prompt injection', 1427],
    ['neutralization sql', 89],
  ])('finds %s first as CWE-%i', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('finds each weakness by its number and by its name', () => {
    for (const { id, name } of weaknesses.values()) {
      expect(found(String(id))[0]).toBe(id);
      expect(found(name, Number.POSITIVE_INFINITY)).toContain(id);
    }
  });

  it('finds nothing for what is not there', () => {
    expect(found('zebra crossing')).toEqual([]);
  });
});
