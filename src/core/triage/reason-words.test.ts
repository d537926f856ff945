import { describe, expect, it } from 'vitest';
import { aspectsIn } from './reason-words.ts';

describe('the aspects of a reason', () => {
  it.each([
    ['Anyone without an account can try it.', ['exposure']],
    ['The loader opens any archive, so input gets there: it is reachable.', ['reachability']],
    ['It is in KEV and works with one request.', ['exploitability']],
    ['Customers lose money.', ['impact']],
    ['It is cheap, half a day.', ['cost']],
    [
      'Internet-facing, exploited in the wild, takes over admin accounts.',
      ['exposure', 'exploitability', 'impact'],
    ],
    ['CVSS says 9.8, so it is critical.', []],
    ['', []],
  ])('%s', (reason, aspects) => {
    expect(aspectsIn(reason).map(({ aspect }) => aspect)).toEqual(aspects);
  });

  it('come with their place', () => {
    expect(aspectsIn('Well, it is cheap.')).toEqual([
      { aspect: 'cost', quote: { text: 'cheap', start: 12, end: 17 } },
    ]);
  });
});
