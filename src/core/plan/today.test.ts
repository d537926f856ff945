import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories } from '#core/content/vocabulary.ts';
import { type Candidate, suggest } from './today.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const candidate = (slug: string, more: Partial<Candidate> = {}): Candidate => ({
  slug,
  category: 'fundamentals',
  competencies: ['authentication'],
  difficulty: 2,
  minutes: 5,
  language: null,
  own: false,
  schedule: { status: 'new', dueAt: null, lastBand: null },
  lastScore: null,
  lastAt: null,
  ...more,
});
const practiced = (
  slug: string,
  status: 'due' | 'weak' | 'strong',
  lastScore: number,
  more: Partial<Candidate> = {},
) =>
  candidate(slug, {
    schedule: { status, dueAt: null, lastBand: lastScore < 0.5 ? 'no' : 'yes' },
    lastScore,
    lastAt: '2026-11-20T12:00:00.000Z',
    ...more,
  });
const slugs = (
  candidates: Candidate[],
  more: { openDrafts?: string[]; languages?: string[] } = {},
): string[] =>
  suggest({ candidates, openDrafts: [], languages: [], now, ...more }, 5).map(({ slug }) => slug);

describe('suggest', () => {
  it('puts the open draft first, then due, then weak, then new', () => {
    const all = [
      candidate('new'),
      practiced('weak', 'weak', 0.2),
      practiced('due', 'due', 0.6),
      candidate('draft'),
    ];
    expect(slugs(all, { openDrafts: ['draft'] })).toEqual(['draft', 'due', 'weak', 'new']);
  });

  it('starts with the weakest of what is due', () => {
    expect(slugs([practiced('a', 'due', 0.6), practiced('b', 'due', 0.1)])).toEqual(['b', 'a']);
  });

  it('leaves out what is strong and not due', () => {
    expect(slugs([practiced('a', 'strong', 0.9)])).toEqual([]);
  });

  it('spreads new questions over the categories', () => {
    const all = categories.flatMap((category) =>
      [1, 2, 3].map((number) =>
        candidate(`${category}-${number}`, { category, competencies: [`${category}-skill`] }),
      ),
    );
    const chosen = slugs(all).slice(0, 4);
    expect(new Set(chosen.map((slug) => slug.slice(0, -2))).size).toBe(4);
  });

  it('prefers code in a language of the candidate', () => {
    const code = (slug: string, language: string) => candidate(slug, { category: 'code-review', language });
    expect(slugs([code('a', 'java'), code('b', 'go')], { languages: ['Go'] })[0]).toBe('b');
  });

  it('says why in a plain sentence', () => {
    const [due, fresh] = suggest(
      {
        candidates: [practiced('a', 'due', 0.42), candidate('b', { competencies: ['key-management'] })],
        openDrafts: [],
        languages: [],
        now,
      },
      5,
    );
    expect(due?.why).toBe('You answered this 3 days ago with 42%, and it is due again.');
    expect(fresh?.why).toBe('It exercises key management, which you have not practiced yet.');
  });

  it('suggests each question once, at most as many as asked for, and only known ones', () => {
    const anyCandidate = fc
      .record({ number: fc.nat(30), status: fc.constantFrom('new', 'due', 'weak', 'strong') })
      .map(({ number, status }) =>
        status === 'new' ? candidate(`q${number}`) : practiced(`q${number}`, status as 'due', number / 30),
      );
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCandidate, { selector: ({ slug }) => slug }),
        fc.array(fc.nat(40).map((number) => `q${number}`)),
        fc.nat(8),
        (candidates, openDrafts, limit) => {
          const found = suggest({ candidates, openDrafts, languages: [], now }, limit).map(
            ({ slug }) => slug,
          );
          expect(found.length).toBeLessThanOrEqual(limit);
          expect(new Set(found).size).toBe(found.length);
          expect(found.every((slug) => candidates.some((item) => item.slug === slug))).toBe(true);
        },
      ),
    );
  });
});
