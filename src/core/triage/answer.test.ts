import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import { smallSet } from './sets-for-tests.ts';

const sound = { order: ['a', 'b'], chosen: ['a'] };

describe('reading an answer', () => {
  it('fills in what may be left out', () => {
    expect(readAnswer(sound, smallSet)).toEqual({
      ok: true,
      answer: { ...sound, rejected: [], reasons: {} },
    });
  });

  it.each([
    ['something else', 'text', 'This is no answer'],
    ['an unknown key', { ...sound, extra: 1 }, 'This is no answer'],
    ['an unknown finding', { ...sound, order: ['a', 'z'] }, '`z`'],
    ['a reason for an unknown finding', { ...sound, reasons: { z: 'why' } }, '`z`'],
    ['a finding twice', { ...sound, order: ['a', 'a'] }, 'order twice'],
    ['more than fits', { ...sound, chosen: ['a', 'b', 'c'] }, 'holds 2'],
    ['a finding both taken and rejected', { ...sound, rejected: ['a'] }, 'taken and rejected'],
  ])('refuses %s and says what to do', (_, value, message) => {
    expect(readAnswer(value, smallSet)).toMatchObject({
      ok: false,
      message: expect.stringContaining(message),
      mend: expect.stringMatching(/\w/),
    });
  });
});
