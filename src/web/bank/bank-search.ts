import { type FacetName, facetNames } from '#web/ui/api/facets.ts';

export type BankSearch = Partial<Record<FacetName, string[]>> & { query?: string };

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );

/** What the address says, without anything the bank does not know. */
export function readBankSearch(search: Record<string, unknown>): BankSearch {
  const result: BankSearch = {};
  const [query] = strings(search.query);
  if (query !== undefined) result.query = query;
  for (const name of facetNames) {
    const values = [...new Set(strings(search[name]))];
    if (values.length > 0) result[name] = values;
  }
  return result;
}

/** Takes a value of a filter in or out. */
export function toggle(search: BankSearch, name: FacetName, value: string): BankSearch {
  const { [name]: before = [], ...rest } = search;
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return after.length === 0 ? rest : { ...rest, [name]: after };
}

export function activeFilters(search: BankSearch): { name: FacetName; value: string }[] {
  return facetNames.flatMap((name) => (search[name] ?? []).map((value) => ({ name, value })));
}
