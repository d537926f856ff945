import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetNames } from '#web/ui/api/facets.ts';
import { activeFilters, readBankSearch, toggle } from './bank-search.ts';

describe('the search of the bank', () => {
  it('reads one value and several alike, and drops what it does not know', () => {
    expect(
      readBankSearch({ query: 'xss', status: 'due', stage: ['a', 'a', 'b'], page: '3', format: 7 }),
    ).toEqual({
      query: 'xss',
      status: ['due'],
      stage: ['a', 'b'],
    });
  });

  it('comes back to where it was when a filter is set and taken off', () => {
    fc.assert(
      fc.property(fc.constantFrom(...facetNames), fc.string({ minLength: 1 }), (name, value) => {
        const before = readBankSearch({ query: 'jwt', category: ['behavioral'] });
        if (before[name]?.includes(value)) return;
        const filtered = toggle(before, name, value);
        expect(activeFilters(filtered)).toContainEqual({ name, value });
        expect(toggle(filtered, name, value)).toEqual(before);
      }),
    );
  });
});
