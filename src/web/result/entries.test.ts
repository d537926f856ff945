import { describe, expect, it } from 'vitest';
import { stretchEnd } from '#web/ui/quotes/quoted.ts';
import type { Entry } from './entries.ts';

const quote = (start: number, end: number) => ({ start, end, text: '' });

describe('the words behind a point', () => {
  const quotes = [quote(20, 30), quote(0, 6), quote(5, 9)];
  const entry: Pick<Entry, 'key' | 'quotes'> = { key: 'point:a', quotes };

  it('are marked as one stretch where quotes overlap, so that each quote leads to where its mark ends', () => {
    expect(quotes.map((each) => stretchEnd(entry, each))).toEqual([30, 9, 9]);
  });
});
