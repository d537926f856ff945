// The shipped questions against answers of people who had not seen the slots. Bounds leave room for content to change.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadLibrary } from '#server/packs/load-library.ts';
import { createGrader } from './grader.ts';

type Blind = { question: string; kind: string; meets: string[]; maybe: string[]; answer: string };

const fixture = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));
const { answers } = fixture('blind-answers.yaml') as { answers: Blind[] };
const weak = fixture('weak-answers.yaml') as { stalling: string[]; offTopic: string[] };
const library = loadLibrary({
  folders: [{ folder: join(import.meta.dirname, '../../../content/core'), removable: false }],
});
const grader = createGrader({ lexicon: library.lexicon, redFlags: library.redFlags });
const questionOf = (slug: string) => {
  const question = library.question(slug);
  if (!question) throw new Error(`There is no question ${slug}.`);
  return question;
};
const slugs = [...new Set(answers.map(({ question }) => question))];

describe('blind answers to canonical questions', () => {
  it.each(answers.map((blind) => [blind.question, blind.kind, blind] as const))(
    '%s, %s',
    async (slug, kind, { answer }) => {
      const { score, band, flags } = await grader.grade({ question: questionOf(slug), answer });
      if (kind === 'strong') {
        expect(score).toBeGreaterThanOrEqual(0.7);
        expect(['yes', 'strong-yes']).toContain(band);
        expect(flags).toEqual([]);
      } else if (kind === 'strong-plain') expect(score).toBeGreaterThan(0.4);
      else if (kind === 'mid') expect(score).toBeLessThan(0.65);
      else expect(score).toBeLessThan(0.2);
    },
  );

  it('are read point by point as a person reads them, nine times out of ten', async () => {
    const verdicts = await Promise.all(answers.map(agreements));
    expect(mean(verdicts.flat())).toBeGreaterThan(0.88);
  });
});

/** For each point that readers agree on, whether the grader says the same. */
async function agreements({ question, meets, maybe, answer }: Blind): Promise<boolean[]> {
  const { points } = await grader.grade({ question: questionOf(question), answer });
  return points
    .filter(({ id }) => !maybe.includes(id))
    .map(({ id, met }) => met === (meets.includes(id) ? 'yes' : 'no'));
}

const mean = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;

describe('weak answers', () => {
  it.each(slugs)('earn nothing at %s', async (slug) => {
    const question = questionOf(slug);
    const keywords = question.points.flatMap(({ slots }) => slots.groups.map(([first]) => first)).join(', ');
    for (const answer of [...weak.stalling, weak.offTopic[0] ?? '', question.prompt, keywords]) {
      expect((await grader.grade({ question, answer })).score).toBeLessThan(0.15);
    }
  });

  it.each(slugs)('are what is left of shuffled words at %s', async (slug) => {
    const question = questionOf(slug);
    const words = (question.examples[0]?.answer ?? '').split(/\s+/);
    const shuffled = words.map((_, index) => words[(index * 101) % words.length]).join(' ');
    expect((await grader.grade({ question, answer: shuffled })).score).toBeLessThan(0.15);
  });
});
