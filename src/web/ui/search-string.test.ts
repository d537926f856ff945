import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search-string.ts';

describe('search strings', () => {
  it('write lists as repeated names and leave out what is empty', () => {
    expect(stringifySearch({ query: 'csrf', status: ['due', 'weak'], stage: undefined, format: [] })).toBe(
      '?query=csrf&status=due&status=weak',
    );
    expect(stringifySearch({})).toBe('');
  });

  it('give back what was written', () => {
    const value = fc.string({ minLength: 1 });
    const entry = fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 4 }));
    const names = fc.constantFrom('query', 'status', 'a', 'b');
    fc.assert(
      fc.property(fc.dictionary(names, entry, { noNullPrototype: true }), (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual(search);
      }),
    );
  });
});
