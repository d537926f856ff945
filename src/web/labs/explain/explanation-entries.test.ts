import { expect, it } from 'vitest';
import { explanationEntries } from './explanation-entries.ts';

const quote = { text: 'bind it', start: 5, end: 12 };
const graded = {
  score: 1,
  at: '',
  points: [{ id: 'a', tier: 'must' as const, claim: 'A', met: 'yes' as const, because: '', quotes: [quote] }],
  misconceptions: [{ id: 'b', claim: 'B', correction: 'not B', quotes: [] }],
  flags: [{ id: 'f', title: 'Vague', why: 'It says little.', better: [], quotes: [] }],
};

it('puts what is wrong first and quotes the words that count', () => {
  const entries = explanationEntries(graded, 'Just bind it.');
  expect(entries.map(({ label, tone }) => [label, tone])).toEqual([
    ['M1', 'wrong'],
    ['F1', 'wrong'],
    ['1', 'met'],
  ]);
  expect(entries[2]?.quotes).toEqual([quote]);
});

it('drops quotes of words that were changed since', () => {
  expect(explanationEntries(graded, 'Do not bind it.')[2]?.quotes).toEqual([]);
});
