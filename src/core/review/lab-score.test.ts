import { expect, test } from 'vitest';
import { fixScore, labScore } from './lab-score.ts';

test('a lab of which nothing was graded has no score', () => {
  expect(labScore({ review: null, fix: null, explanation: null })).toBeNull();
});

test('a step that was not graded neither helps nor hurts', () => {
  expect(labScore({ review: 0.5, fix: null, explanation: null })).toBeCloseTo(0.5);
  expect(labScore({ review: 1, fix: 1, explanation: 0 })).toBeCloseTo(0.8);
});

test('only the hints taken cost, and never more than there is', () => {
  expect(fixScore([0.05, 0.1, 0.2], 0)).toBe(1);
  expect(fixScore([0.05, 0.1, 0.2], 2)).toBeCloseTo(0.85);
  expect(fixScore([0.9, 0.9], 2)).toBe(0);
});
