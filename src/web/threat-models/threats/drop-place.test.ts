import { expect, it } from 'vitest';
import { dropPlace } from './drop-place.ts';

it('puts what is dragged behind everything above the pointer', () => {
  const middles = [10, 30, 50, 70];
  expect(dropPlace(middles, 1, 0)).toBe(0);
  expect(dropPlace(middles, 1, 32)).toBe(1);
  expect(dropPlace(middles, 1, 55)).toBe(2);
  expect(dropPlace(middles, 1, 99)).toBe(3);
  expect(dropPlace(middles, 3, 5)).toBe(0);
});
