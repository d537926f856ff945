import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const box = (x: number, y: number) => ({ x, y, width: 160, height: 80 });
const boxes = new Map([
  ['a', box(0, 0)],
  ['b', box(300, 20)],
  ['c', box(250, 400)],
  ['d', box(0, 300)],
]);

describe('going by arrow keys', () => {
  it('goes to what is near and straight ahead', () => {
    expect(nearest(boxes, 'a', 'right')).toBe('b');
    expect(nearest(boxes, 'a', 'down')).toBe('d');
    expect(nearest(boxes, 'd', 'right')).toBe('c');
    expect(nearest(boxes, 'c', 'up')).toBe('b');
  });

  it('stays where nothing lies in that direction', () => {
    expect(nearest(boxes, 'a', 'left')).toBeUndefined();
    expect(nearest(boxes, 'nobody', 'left')).toBeUndefined();
  });
});
