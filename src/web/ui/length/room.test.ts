import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthText, roomIn, spokenLength } from './room.ts';

describe('the room in a field', () => {
  it('is told in the last tenth, at the limit and beyond it', () => {
    expect([0, 35_999, 36_000, 39_999, 40_000, 40_001].map((length) => roomIn(length, 40_000))).toEqual([
      'ample',
      'ample',
      'near',
      'near',
      'full',
      'over',
    ]);
    expect(lengthText(39_999, 40_000)).toBe('1 character left of 40,000.');
    expect(lengthText(40_000, 40_000)).toBe('Full: 40,000 characters is the most.');
    expect(lengthText(41_240, 40_000)).toMatch(/^1,240 characters too long;.*Nothing is cut off/);
  });

  it('is spoken exactly when it is shown, and not anew with every keystroke', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.integer({ min: 1, max: 40_000 }), (length, limit) => {
        expect(spokenLength(length, limit) === '').toBe(lengthText(length, limit) === '');
        if (roomIn(length, limit) === roomIn(length + 1, limit))
          expect(spokenLength(length, limit)).toBe(spokenLength(length + 1, limit));
      }),
    );
  });
});
