import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from './exact-text.ts';
import { anyText } from './user-data-arbitrary.contract.ts';

describe('exact text', () => {
  it('leaves ordinary text as it is', () => {
    for (const text of ['', 'plain', 'naïve 👩🏽‍💻 \u202e\n\t', '\\u0000 %00 \\x1a0000'])
      expect(encodeText(text)).toBe(text);
  });

  it('is well-formed, without NUL, and decodes to what it was, for any UTF-16', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const encoded = encodeText(text);
        expect(encoded.includes('\0')).toBe(false);
        expect(Buffer.from(encoded).toString()).toBe(encoded);
        expect(decodeText(encoded)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps different texts different', () => {
    fc.assert(fc.property(anyText, anyText, (a, b) => (encodeText(a) === encodeText(b)) === (a === b)));
  });
});
