import type { LabItem } from '#web/ui/api/lab-types.ts';

/** By what the list of labs can be narrowed down; each a value of the lab as a text. */
export type LabSearch = { language?: string; difficulty?: string; status?: string };

const names = ['language', 'difficulty', 'status'] as const;

/** What the address says; anything else stays out. */
export function readLabSearch(search: Record<string, unknown>): LabSearch {
  const result: LabSearch = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'string' && value !== '') result[name] = value;
  }
  return result;
}

/** The labs that fit, from easy to hard. */
export function chosenLabs(labs: readonly LabItem[], search: LabSearch): readonly LabItem[] {
  return labs
    .filter((lab) => names.every((name) => search[name] === undefined || String(lab[name]) === search[name]))
    .toSorted((a, b) => a.difficulty - b.difficulty || a.title.localeCompare(b.title));
}
