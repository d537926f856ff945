import { expect, it } from 'vitest';
import { gridStep } from './grid-step.ts';

const size = { rows: 2, columns: 3 };

it('moves by arrows and stays at the edges', () => {
  expect(gridStep('ArrowDown', { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
  expect(gridStep('ArrowDown', { row: 1, column: 1 }, size)).toEqual({ row: 1, column: 1 });
  expect(gridStep('ArrowUp', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
  expect(gridStep('ArrowLeft', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 0 });
  expect(gridStep('ArrowRight', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 2 });
});

it('goes to both ends of a row and leaves other keys alone', () => {
  expect(gridStep('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 2 });
  expect(gridStep('Home', { row: 1, column: 2 }, size)).toEqual({ row: 1, column: 0 });
  expect(gridStep('a', { row: 1, column: 2 }, size)).toBeUndefined();
});
