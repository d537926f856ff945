import { describe, expect, it } from 'vitest';
import { countWords } from '#core/content/answer.ts';
import { speakingSeconds } from './speaking-seconds.ts';

describe('words', () => {
  it('counts what one would say', () => {
    expect(countWords('')).toBe(0);
    expect(countWords("  It doesn't, I'd say: cross-site — scripting (XSS).")).toBe(7);
  });

  it('estimates the speaking time', () => {
    expect(speakingSeconds(140)).toBe(60);
  });
});
