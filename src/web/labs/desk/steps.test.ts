import { expect, it } from 'vitest';
import type { LabReview } from '#web/ui/api/lab-types.ts';
import { nextStep, stepsOf } from './steps.ts';

const start = {
  ...{ review: null, exploited: [], passedAt: null, gaveUpAt: null, explanation: null, runs: 0 },
  scores: { review: null, fix: null, explanation: null },
};
const flaw = {
  ...{
    id: 'x',
    title: '',
    file: 'a.py',
    lines: [1, 2] as [number, number],
    also: [],
    cvss: '',
    severity: '',
  },
  ...{ cwe: { best: 89, name: '' }, remediation: '' },
};
const review: LabReview = {
  grade: { score: 0.5, precision: 1, recall: 1, findings: [], falseAlarms: [], nearMisses: [] },
  ...{ reported: [], truth: [flaw], distractors: [], owasp: [], at: '' },
};
const states = (steps: ReturnType<typeof stepsOf>) => steps.map(({ state }) => state);

it('opens only the review at first, and says how many findings there are', () => {
  const steps = stepsOf(start, 1);
  expect(states(steps)).toEqual(['open', 'locked', 'locked', 'locked']);
  expect(steps[0]?.note).toBe('1 finding');
  expect(nextStep(steps)).toBe('spot');
});

it('opens the rest with the review, and leads on to the attack', () => {
  const steps = stepsOf({ ...start, review, scores: { ...start.scores, review: 0.5 } }, 0);
  expect(states(steps)).toEqual(['done', 'open', 'open', 'open']);
  expect(steps.map(({ note }) => note)).toEqual([
    '50 of 100',
    '0 of 1 shown',
    'not run yet',
    'not graded yet',
  ]);
  expect(nextStep(steps)).toBe('exploit');
});

it('counts a step as done once it is proven or given up', () => {
  const exploited = [{ finding: 'x', message: '', at: '' }];
  const steps = stepsOf({ ...start, review, exploited, gaveUpAt: 'now', runs: 3 }, 0);
  expect(states(steps)).toEqual(['done', 'done', 'done', 'open']);
  expect(nextStep(steps)).toBe('explain');
});
