import type { Clause } from './clauses.ts';
import type { Token } from './tokens.ts';

const phrases: readonly (readonly string[])[] = [
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
].map((phrase) => phrase.split(' '));

/** For each clause, whether the speaker says there, or right after it, not to know. */
export function hedgedClauses(tokens: readonly Token[], clauses: readonly Clause[]): readonly boolean[] {
  return clauses.map(({ from, to }) => {
    const words = tokens.slice(from, to).map(({ word }) => word);
    return phrases.some((phrase) =>
      words.some((_, start) => phrase.every((word, offset) => words[start + offset] === word)),
    );
  });
}
