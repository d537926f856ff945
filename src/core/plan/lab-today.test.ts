import { expect, test } from 'vitest';
import { type LabCandidate, type LabSituation, suggestLabs } from './lab-today.ts';

const lab = (slug: string, more: Partial<LabCandidate> = {}): LabCandidate => ({
  ...{ slug, language: 'python', difficulty: 3, runs: true, open: false, scores: [] },
  ...more,
});
const now = new Date('2026-03-01T12:00:00.000Z');
const scored = (score: number, daysAgo: number) => [
  { at: new Date(now.getTime() - daysAgo * 86_400_000).toISOString(), score },
];
const next = (labs: readonly LabCandidate[], more: Partial<LabSituation> = {}) =>
  suggestLabs({ labs, languages: [], interview: null, now, ...more }, 3).map(({ slug }) => slug);

test('open work comes first, then what is due, then what was weak, then the easiest new lab', () => {
  const labs = [
    lab('new-hard', { difficulty: 5 }),
    lab('new-easy', { difficulty: 1 }),
    lab('weak', { scores: scored(0.2, 0) }),
    lab('due', { scores: scored(0.7, 60) }),
    lab('open', { open: true }),
  ];
  expect(suggestLabs({ labs, languages: [], interview: null, now }, 9).map(({ slug }) => slug)).toEqual([
    ...['open', 'due', 'weak', 'new-easy'],
  ]);
});

test('new labs are in the languages of the candidate', () => {
  const labs = [lab('python-lab', { difficulty: 1 }), lab('go-lab', { language: 'go', difficulty: 4 })];
  expect(next(labs, { languages: ['go'] })).toEqual(['go-lab']);
});

test('a lab that does not run here is not suggested unless it was begun', () => {
  expect(next([lab('a', { runs: false }), lab('b', { runs: false, open: true })])).toEqual(['b']);
});

test('nothing that will still be known on the day of the interview is due', () => {
  const labs = [lab('strong', { scores: scored(0.95, 1) })];
  expect(next(labs, { interview: '2026-03-03' })).toEqual([]);
});
