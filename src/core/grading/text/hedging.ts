import type { Clause } from './clauses.ts';
import { beginsAt, fixedPhrases } from './fixed-phrases.ts';
import type { Token } from './tokens.ts';

const phrases = fixedPhrases([
  'i guess',
  'not sure',
  'no idea',
  'do not know',
  'do not remember',
  'can not remember',
  'not familiar',
  'not certain',
  'would have to look',
  'have to look it up',
  'never really understood',
  'not an expert',
  'heard of it',
  'something like that i think',
  'or something',
  'no clue',
  'would have to google',
]);

/** For each clause, whether the speaker says there not to know. */
export function hedgedClauses(tokens: readonly Token[], clauses: readonly Clause[]): readonly boolean[] {
  return clauses.map(({ from, to }) => {
    for (let at = from; at < to; at += 1) if (beginsAt(phrases, tokens, at, to)) return true;
    return false;
  });
}
