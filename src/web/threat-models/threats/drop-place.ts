/**
 * Where an item comes to stand, counted from 0, when it is dropped at a height: behind all others whose middle is
 * above it.
 */
export const dropPlace = (middles: readonly number[], from: number, height: number): number =>
  middles.filter((middle, index) => index !== from && middle < height).length;
