import { describe, expect, test } from 'vitest';
import { limitInWords } from './limit-in-words.ts';

describe('the last words of a runtime that met a limit by itself', () => {
  test.for([
    ['memory', 'Traceback (most recent call last):\n  File "/srv/app/main.py", line 5\nMemoryError'],
    ['memory', 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
    ['memory', 'java.lang.OutOfMemoryError: Java heap space'],
    ['memory', 'fatal error: runtime: out of memory'],
    ['processes', "RuntimeError: can't start new thread"],
    ['processes', 'BlockingIOError: [Errno 11] Resource temporarily unavailable'],
    ['processes', 'Error: spawn sleep EAGAIN'],
    ['processes', 'java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory'],
    ['processes', 'runtime: failed to create new OS thread (have 12 already; errno=11)'],
    ['storage', 'OSError: [Errno 28] No space left on device'],
    ['storage', 'Error: ENOSPC: no space left on device, write'],
    ['storage', 'write /srv/data/big: file too large'],
  ] as const)('tell %s: %s', ([reason, text]) => {
    expect(limitInWords(text)?.reason).toBe(reason);
  });

  test('tell nothing where they are about something else', () => {
    expect(limitInWords("ModuleNotFoundError: No module named 'memory'")).toBeUndefined();
    expect(limitInWords('')).toBeUndefined();
  });

  test('count only at the end of what was printed', () => {
    expect(limitInWords(`MemoryError\n${'served a request\n'.repeat(400)}`)).toBeUndefined();
  });
});
