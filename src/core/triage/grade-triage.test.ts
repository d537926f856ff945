import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTriage } from '#server/packs/load-triage.ts';
import { cvssScore } from '#server/packs/read-triage.ts';
import type { TriageAnswer } from './answer.ts';
import { expertAnswer, randomAnswer, sortedAnswer } from './answers-of.ts';
import { gradeTriage } from './grade-triage.ts';
import { smallSet } from './sets-for-tests.ts';

const folder = join(import.meta.dirname, '../../../content/core');
const sets = [...loadTriage([{ folder }]).values()];
const table = sets.map((set) => [set.slug, set] as const);

const best = expertAnswer(smallSet, smallSet.experts[0] ?? { id: '', view: '', take: [], rest: [] });
const grade = (more: Partial<TriageAnswer>) => gradeTriage(smallSet, { ...best, ...more });

/** A repeatable source of numbers from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
const averageOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the shipped sets', () => {
  it('are six or more', () => {
    expect(sets.length).toBeGreaterThanOrEqual(6);
  });

  it.each(table)('%s: experts score at least 0.9', (_, set) => {
    for (const expert of set.experts)
      expect(gradeTriage(set, expertAnswer(set, expert)).score).toBeGreaterThanOrEqual(0.9);
  });

  it.each(table)('%s: sorting by CVSS scores at most 0.6, also with the words of experts', (_, set) => {
    const scores = new Map(set.findings.map(({ id, cvss }) => [id, cvssScore(cvss)]));
    const sorted = sortedAnswer(set, (id) => scores.get(id) ?? 0);
    const reasons = Object.fromEntries(
      set.experts.flatMap(({ take }) => take.map(({ id, why }) => [id, why])),
    );
    expect(gradeTriage(set, sorted).score).toBeLessThanOrEqual(0.6);
    expect(gradeTriage(set, { ...sorted, reasons }).score).toBeLessThanOrEqual(0.6);
  });

  it.each(table)('%s: guessing scores at most 0.3 on average, also with the words of experts', (_, set) => {
    const reasons = Object.fromEntries(
      set.experts.flatMap(({ take }) => take.map(({ id, why }) => [id, why])),
    );
    const random = numbers(7);
    const scores = Array.from({ length: 400 }, () =>
      gradeTriage(set, { ...randomAnswer(set, random), reasons }),
    ).map(({ score }) => score);
    expect(averageOf(scores)).toBeLessThanOrEqual(0.3);
  });

  it.each(table)('%s: quotes of reasons stand where they are said to stand', (_, set) => {
    for (const expert of set.experts) {
      const answer = expertAnswer(set, expert);
      for (const { id, named } of gradeTriage(set, answer).reasons) {
        expect(named.length).toBeGreaterThan(0);
        for (const { quote } of named)
          expect(answer.reasons[id]?.slice(quote.start, quote.end)).toBe(quote.text);
      }
    }
  });
});

describe('grading an answer', () => {
  it('gives the expert everything', () => {
    expect(grade({})).toMatchObject({ score: 1, expert: 'first', late: [], kept: [] });
  });

  it('lets fair experts swap, in the order and in the sprint', () => {
    const reasons = { a: 'Anyone steals money.', c: 'Anyone steals records.' };
    const swapped = grade({ order: ['a', 'c', 'b', 'd', 'e', 'a2', 'f', 'g'], chosen: ['a', 'c'], reasons });
    expect(swapped).toMatchObject({ score: 1, late: [] });
    expect(swapped.choices.map(({ verdict }) => verdict)).toEqual(['right', 'swapped']);
  });

  it('does not let two stand in for one', () => {
    const { choices } = grade({ chosen: ['b', 'c'] });
    expect(choices.map(({ verdict }) => verdict)).toEqual(['right', 'can-wait']);
  });

  it('takes a duplicate for what it repeats, and both for a wasted place', () => {
    expect(grade({ chosen: ['a2', 'b'], rejected: ['f', 'g'] }).choices).toMatchObject([
      { id: 'a2', verdict: 'right' },
      { id: 'b', verdict: 'right' },
    ]);
    const { choices, late } = grade({ chosen: ['a', 'a2'], rejected: ['f', 'g'] });
    expect(choices[1]).toMatchObject({ verdict: 'duplicate', because: expect.stringContaining('`a`') });
    expect(late).toMatchObject([{ id: 'b', place: 2, expertPlace: 2 }]);
  });

  it('names the words that show a false positive, whether it was taken or kept', () => {
    const { choices, kept } = grade({ chosen: ['a', 'f'], rejected: ['g'] });
    expect(choices[1]).toMatchObject({ verdict: 'false-positive', words: 'Message of f' });
    expect(kept).toEqual([{ id: 'f', words: 'Message of f', because: 'It is not there.' }]);
  });

  it('says who rejected what is real, and calls it late without a place', () => {
    const { rejections, late, parts } = grade({ chosen: ['a'], rejected: ['b', 'f', 'g'] });
    expect(rejections).toContainEqual(expect.objectContaining({ id: 'b', verdict: 'real' }));
    expect(late).toMatchObject([{ id: 'b', place: null }]);
    expect(parts.rejected.score).toBeLessThan(1);
  });

  it('wants a reason that names what decides, and says what is missing', () => {
    const { reasons, parts } = grade({ reasons: { a: 'The score is 9.8.', b: 'Anyone can do it.' } });
    expect(reasons).toMatchObject([
      { id: 'a', score: 0, named: [], missing: ['impact', 'exposure'] },
      { id: 'b', score: 0.5, named: [{ aspect: 'exposure' }], missing: ['impact'] },
    ]);
    expect(parts.reasons.score).toBe(0.25);
  });

  it('gives no credit for the reason of a wasted place', () => {
    const { reasons } = grade({
      chosen: ['a', 'd'],
      reasons: { a: '', d: 'Anyone on the internet steals money.' },
    });
    expect(reasons.map(({ score }) => score)).toEqual([0, 0]);
  });

  it('gives nothing for an empty answer and for the order turned round', () => {
    expect(grade({ order: [], chosen: [], rejected: [], reasons: {} }).score).toBe(0);
    expect(grade({ order: [...best.order].reverse() }).parts.order.score).toBe(0);
  });
});

const ids = smallSet.findings.map(({ id }) => id);
const anyAnswer: fc.Arbitrary<TriageAnswer> = fc
  .record({
    order: fc.shuffledSubarray(ids, { minLength: 0 }),
    chosen: fc.shuffledSubarray(ids, { maxLength: 2 }),
    rejected: fc.shuffledSubarray(ids),
    reasons: fc.dictionary(fc.constantFrom(...ids), fc.lorem()),
  })
  .map((answer) => ({ ...answer, rejected: answer.rejected.filter((id) => !answer.chosen.includes(id)) }));

describe('the expert that an answer is compared with', () => {
  it.each(table)('%s: is one who takes the same', (_, set) => {
    for (const expert of set.experts) {
      const { choices, late } = gradeTriage(set, expertAnswer(set, expert));
      expect(choices.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'right', 'right']);
      expect(late).toEqual([]);
    }
  });
});

describe('any answer', () => {
  it('scores from 0 to 1, in the whole and in each part', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { score, parts } = gradeTriage(smallSet, answer);
        for (const each of [score, ...Object.values(parts).map((part) => part.score)]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('never gains by taking a false positive in place of what is right', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const right = { ...answer, chosen: ['a', 'b'], rejected: ['f'] };
        const wasted = { ...right, chosen: ['a', 'g'] };
        expect(gradeTriage(smallSet, wasted).score).toBeLessThanOrEqual(gradeTriage(smallSet, right).score);
      }),
    );
  });

  it('never loses by rejecting one more false positive', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const before = { ...answer, chosen: [], rejected: answer.rejected.filter((id) => id !== 'f') };
        const after = { ...before, rejected: [...before.rejected, 'f'] };
        expect(gradeTriage(smallSet, after).score).toBeGreaterThanOrEqual(
          gradeTriage(smallSet, before).score,
        );
      }),
    );
  });
});
