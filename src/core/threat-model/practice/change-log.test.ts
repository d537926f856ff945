import { expect, it } from 'vitest';
import { threatModel } from '../document.ts';
import type { ModelGrade } from '../grading/model-grade.ts';
import { type ChangeLog, logModel, logStage, longestLog, storyOf } from './change-log.ts';

const threat = (id: string, stride = 'tampering') => ({ id, title: `Threat ${id}`, stride });
const modelWith = (...threats: object[]) => threatModel.parse({ version: 1, title: 'Mine', threats });
const gradeWith = (matched: ModelGrade['matched']): ModelGrade => {
  const none = { score: 0, weight: 0.2, because: [] };
  return {
    score: 0,
    dimensions: { scoping: none, model: none, threats: none, mitigations: none, prioritization: none },
    reference: 'coarse',
    ...{ matched, missed: [], extras: [], contradicted: [], questions: [] },
  };
};
const hit = (candidate: string, tier: 'must' | 'should'): ModelGrade['matched'][number] => ({
  kind: 'threat',
  reference: `r-${candidate}`,
  label: 'x',
  tier,
  candidates: [candidate],
  credit: 1,
  because: '',
});

it('notes when each thing was first there, and nothing when nothing is new', () => {
  const first = logModel([], modelWith(threat('a')), 10);
  const second = logModel(first, modelWith(threat('a'), threat('b')), 20);
  expect(second).toEqual([
    [10, 'threat', 'a'],
    [20, 'threat', 'b'],
  ]);
  expect(logModel(second, modelWith(threat('b')), 30)).toBe(second);
  expect(logModel(second, modelWith(threat('a')), 40)).toBe(second);
});

it('notes a stage each time it is entered', () => {
  const log = logStage(logStage(logStage([], 'scoping', 0), 'scoping', 5), 'model', 9);
  expect(logStage(log, 'scoping', 12)).toEqual([
    [0, 'stage', 'scoping'],
    [9, 'stage', 'model'],
    [12, 'stage', 'scoping'],
  ]);
});

it('stays within its limit', () => {
  const many = Array.from({ length: longestLog + 50 }, (_, index) => threat(`t${index}`));
  expect(logModel([], modelWith(...many), 1)).toHaveLength(longestLog);
});

it('tells after how long the first threat came that must be there', () => {
  const log: ChangeLog = [
    [0, 'stage', 'scoping'],
    [100, 'stage', 'threats'],
    [120, 'threat', 'b'],
    [300, 'threat', 'a'],
    [200, 'threat', 'gone'],
  ];
  const model = modelWith(threat('a', 'spoofing'), threat('b'));
  const story = storyOf(log, {
    model,
    grade: gradeWith([hit('a', 'must'), hit('b', 'should')]),
    seconds: 400,
  });
  expect(story.firstMust).toBe(300);
  expect(story.threats).toMatchObject([
    { id: 'b', at: 120, tier: 'should' },
    { id: 'a', at: 300, tier: 'must', stride: 'spoofing' },
  ]);
  expect(story.stages).toEqual([
    { stage: 'scoping', from: 0, to: 100 },
    { stage: 'threats', from: 100, to: 400 },
  ]);
  expect(storyOf(log, { model, grade: gradeWith([]), seconds: 400 }).firstMust).toBeNull();
});
