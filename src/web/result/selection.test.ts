import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeInAnswer } from './selection.ts';

describe('selecting words', () => {
  it('leaves white space at the edges out and refuses nothing but white space', () => {
    expect(rangeInAnswer('one two three', 3, 8)).toEqual({ start: 4, end: 7 });
    expect(rangeInAnswer('one   two', 3, 6)).toBeNull();
    expect(rangeInAnswer('one', 1, 1)).toBeNull();
  });

  it('takes words whole that were cut', () => {
    expect(rangeInAnswer('one twoty three', 5, 11)).toEqual({ start: 4, end: 15 });
  });

  it('finds the same words when the answer has Windows line ends', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(7), (words, pick) => {
        const index = pick % words.length;
        const shown = words.join('\n');
        const answer = words.join('\r\n');
        const start = words.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
        const range = rangeInAnswer(answer, start, start + (words[index] ?? '').length);
        expect(range && answer.slice(range.start, range.end)).toBe(words[index]);
        expect(shown.slice(start, start + (words[index] ?? '').length)).toBe(words[index]);
      }),
    );
  });
});
