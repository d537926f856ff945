import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeWindows, piecesOf } from './windows.ts';

const texts = (answer: string): string[] => piecesOf(answer).map(({ text }) => text);
const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? [];

describe('the pieces of an answer', () => {
  it('are its sentences, quotation marks included', () => {
    expect(texts('It is SSRF. "Who calls?" you ask!  Version 1.3 does.\nNext line')).toEqual([
      'It is SSRF.',
      '"Who calls?"',
      'you ask!',
      'Version 1.3 does.',
      'Next line',
    ]);
  });

  it('are parts of like length where speech has no punctuation', () => {
    const speech = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
    expect(texts(speech).map((text) => wordsOf(text).length)).toEqual([20, 20, 20]);
  });
});

describe('the windows of any answer', () => {
  const answers = fc
    .array(fc.constantFrom('so', 'the key', 'is.', 'Not', 'here!', '\n', 'e\u0301', '😀', '  ', 'said "so."'))
    .map((parts) => parts.join(' '));

  it('are slices of it that together hold every word, at most 60 words long', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const windows = judgeWindows(answer);
        for (const { start, end, text } of windows) {
          expect(answer.slice(start, end)).toBe(text);
          expect(wordsOf(text).length).toBeLessThanOrEqual(60);
        }
        const covered = [...answer.matchAll(/\S+/g)].every(({ index }) =>
          windows.some(({ start, end }) => index >= start && index < end),
        );
        expect(covered).toBe(true);
      }),
    );
  });
});
