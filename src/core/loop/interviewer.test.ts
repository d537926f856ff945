import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point, Question } from '#core/content/question.ts';
import type { MisconceptionGrade, PointGrade, Verdict } from '#core/grading/grade.ts';
import { type AskedProbe, mostProbes, type NextProbe, nextProbe } from './interviewer.ts';

const point = (id: string, tier: Point['tier']): Point => ({
  id,
  claim: `Claim of ${id}.`,
  tier,
  weight: 1,
  probe: `What about ${id}?`,
  paraphrases: [],
  slots: { need: 1, groups: [[id]] },
  anti: [],
});
const ask = (points: Point[]): Question => ({
  slug: 'q',
  pack: 'test',
  title: 'Q',
  category: 'fundamentals',
  format: 'explain',
  stage: 'technical-screen',
  competencies: ['a'],
  difficulty: 1,
  minutes: 5,
  prompt: 'Why?',
  tests: 'x',
  points,
  misconceptions: [],
  twist: { prompt: 'And now?', reference: 'r' },
  references: [],
  examples: [],
  debrief: '',
});
const met = (id: string, verdict: Verdict): PointGrade => ({
  id,
  tier: 'must',
  met: verdict,
  probability: 0.5,
  quotes: [],
  because: '',
});
const held = (id: string, text = 'a WAF stops it'): MisconceptionGrade => ({
  id,
  probability: 1,
  quotes: [{ text, start: 0, end: text.length }],
});

/** Asks until the interviewer is done. */
function interview(
  question: Question,
  grade: { points: PointGrade[]; misconceptions: MisconceptionGrade[] },
  strong: boolean,
): NextProbe[] {
  const asked: NextProbe[] = [];
  for (let round = 0; round < 50; round += 1) {
    const next = nextProbe({ question, grade, asked, strong });
    if (!next) return asked;
    asked.push(next);
  }
  throw new Error('the interviewer never stops');
}
const names = (probes: readonly AskedProbe[]): string[] => probes.map(({ kind, target }) => target ?? kind);

describe('nextProbe', () => {
  const question = ask([
    point('b', 'bonus'),
    point('s1', 'should'),
    point('s2', 'should'),
    point('m1', 'must'),
    point('m2', 'must'),
  ]);

  it('asks about a misconception first, in the words of the candidate', () => {
    const [first] = interview(question, { points: [met('m1', 'no')], misconceptions: [held('waf')] }, false);
    expect(first).toEqual({
      kind: 'misconception',
      target: 'waf',
      prompt: 'You said "a WAF stops it." Walk me through why that holds.',
    });
  });

  it('goes from missed must points to should points and leaves bonus points alone', () => {
    const points = [met('b', 'no'), met('s1', 'no'), met('s2', 'unsure'), met('m1', 'yes'), met('m2', 'no')];
    expect(names(interview(question, { points, misconceptions: [] }, false))).toEqual(['m2', 's2', 's1']);
  });

  it('ends a strong answer with the twist', () => {
    const points = question.points.map(({ id }) => met(id, 'yes'));
    expect(names(interview(question, { points, misconceptions: [] }, true))).toEqual(['twist']);
    expect(interview(question, { points, misconceptions: [] }, false)).toEqual([]);
  });

  it('cuts a long quote', () => {
    const [first] = interview(
      question,
      { points: [], misconceptions: [held('waf', 'word '.repeat(200))] },
      false,
    );
    expect(first?.prompt.length).toBeLessThan(250);
  });

  it('asks about no target twice, at most four before the twist, and the twist last', () => {
    const anyPoint = fc.record({
      tier: fc.constantFrom('must', 'should', 'bonus'),
      verdict: fc.constantFrom('yes', 'no', 'unsure'),
    });
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 15 }), fc.nat(6), fc.boolean(), (drawn, wrong, strong) => {
        const points = drawn.map(({ tier }, index) => point(`p${index}`, tier as Point['tier']));
        const verdicts = drawn.map(({ verdict }, index) => met(`p${index}`, verdict as Verdict));
        const misconceptions = Array.from({ length: wrong }, (_, index) => held(`x${index}`));
        const asked = interview(ask(points), { points: verdicts, misconceptions }, strong);
        expect(new Set(names(asked)).size).toBe(asked.length);
        expect(asked.filter(({ kind }) => kind !== 'twist').length).toBeLessThanOrEqual(mostProbes);
        expect(asked.slice(0, -1).some(({ kind }) => kind === 'twist')).toBe(false);
        expect(asked.some(({ kind }) => kind === 'twist')).toBe(strong);
        expect(asked.every(({ target }) => verdicts.find(({ id }) => id === target)?.met !== 'yes')).toBe(
          true,
        );
      }),
    );
  });
});
