import { expect, it } from 'vitest';
import type { LabItem } from '#web/ui/api/lab-types.ts';
import { chosenLabs, readLabSearch } from './lab-search.ts';

const lab = (title: string, language: LabItem['language'], difficulty: number): LabItem => ({
  ...{ slug: title, pack: 'core', title, language, framework: '', kind: 'app', difficulty, minutes: 60 },
  ...{ stage: 'technical-screen', competencies: [], summary: '', hintCosts: [], status: 'new' },
  ...{ availability: { ready: true, version: '1' }, bestScore: null, lastAt: null },
});
const labs = [lab('c', 'go', 4), lab('b', 'go', 1), lab('a', 'java', 1)];

it('lists easy labs first, and equals by title', () => {
  expect(chosenLabs(labs, {}).map(({ title }) => title)).toEqual(['a', 'b', 'c']);
});

it('keeps the labs that fit every filter', () => {
  expect(chosenLabs(labs, { language: 'go', difficulty: '4' }).map(({ title }) => title)).toEqual(['c']);
  expect(chosenLabs(labs, { language: 'go', status: 'passed' })).toEqual([]);
});

it('reads filters from the address and drops the rest', () => {
  expect(readLabSearch({ language: 'go', status: '', page: '2', difficulty: ['1'] })).toEqual({
    language: 'go',
  });
});
