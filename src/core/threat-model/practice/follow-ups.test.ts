import { expect, it } from 'vitest';
import { type ThreatModel, threatModel } from '../document.ts';
import type { ModelGrade } from '../grading/model-grade.ts';
import { followUps, missedThreatRubric, mostFollowUps } from './follow-ups.ts';

const threat = (id: string, tier: 'must' | 'should' = 'must') =>
  ({
    ...{ id, title: `SECRET title ${id}`, claim: `SECRET claim ${id}`, paraphrases: ['SECRET words'], tier },
    ...{ stride: 'tampering', on: ['vault'], likelihood: 3, impact: 4, rank: 1 },
  }) as const;
const scenario = {
  slug: 's',
  threats: [threat('a'), threat('b', 'should'), threat('c')],
} as unknown as Parameters<typeof missedThreatRubric>[0];
const model: ThreatModel = threatModel.parse({
  version: 1,
  title: 'Mine',
  elements: [{ id: 'safe', kind: 'store', label: 'Our safe' }],
});
const missed = (reference: string, tier: 'must' | 'should') =>
  ({ kind: 'threat', reference, label: 'SECRET', tier, because: '' }) as const;
const none = { score: 0, weight: 0.2, because: [] };
const grade: ModelGrade = {
  score: 0.4,
  dimensions: { scoping: none, model: none, threats: none, mitigations: none, prioritization: none },
  reference: 'coarse',
  matched: [],
  missed: [missed('a', 'must'), missed('b', 'should')],
  extras: [],
  contradicted: [{ candidate: 'x', label: 'Anybody uploads', stride: 'spoofing', because: 'SECRET why' }],
  questions: [{ candidate: 'y', label: 'Logs are lost', question: 'Are they kept elsewhere?' }],
};
const drawn = {
  kind: 'element',
  reference: 'vault',
  label: 'Vault',
  tier: 'must',
  candidates: ['safe'],
} as const;

it('asks for reasons first, then neutrally after what must be there, then what nobody has said', () => {
  const asked = followUps(scenario, grade, model);
  expect(asked.map(({ kind, target }) => [kind, target])).toEqual([
    ['contradicted', 'x'],
    ['missed-must', 'a'],
    ['unknown', 'y'],
  ]);
  expect(asked[0]?.prompt).toBe('You wrote “Anybody uploads”. Walk me through why that can happen here.');
  expect(asked.map(({ prompt }) => prompt).join(' ')).not.toContain('SECRET');
});

it('points to the candidate’s own drawing where the threat happens', () => {
  const placed = { ...grade, matched: [{ ...drawn, credit: 1, because: '' }] };
  expect(followUps(scenario, placed, model)[1]?.prompt).toContain('At “Our safe”:');
});

it('asks nothing twice and at most four times', () => {
  const twice = { ...grade, missed: [missed('a', 'must'), missed('c', 'must')] };
  expect(followUps(scenario, twice, model).map(({ target }) => target)).toEqual(['x', 'a', 'y']);
  const many = Array.from({ length: 9 }, (_, index) => ({
    candidate: `${index}`,
    label: `${index}`,
    question: '?',
  }));
  expect(followUps(scenario, { ...grade, questions: many }, model)).toHaveLength(mostFollowUps);
});

it('makes a rubric of the one threat that was missed', () => {
  const [, probe] = followUps(scenario, grade, model);
  if (!probe) throw new Error('Nothing was asked.');
  expect(missedThreatRubric(scenario, probe)?.points).toMatchObject([{ id: 'a', claim: 'SECRET claim a' }]);
  expect(missedThreatRubric(scenario, { ...probe, target: 'gone' })).toBeUndefined();
});
