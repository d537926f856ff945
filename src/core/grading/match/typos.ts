import type { Token } from '../text/tokens.ts';
import { stemOf } from '../text/word-forms.ts';
import { commonness } from './background.ts';

const shortest = 5;

/**
 * Builds a look-up that mends one wrong, missing, doubled or swapped letter, by the deletions of the known words
 * (the symmetric-delete method of SymSpell). Words that are known, or common, are left alone.
 */
export function typoMender(known: ReadonlySet<string>): (token: Token) => string | undefined {
  const stems = new Set([...known].map(stemOf));
  const byDeletion = new Map<string, string>();
  for (const word of known) {
    if (word.length < shortest || /\d/.test(word)) continue;
    for (const form of [word, ...deletions(word)]) if (!byDeletion.has(form)) byDeletion.set(form, word);
  }
  const mend = (word: string): string | undefined => {
    for (const form of [word, ...deletions(word)]) {
      const meant = byDeletion.get(form);
      if (meant !== undefined && Math.abs(meant.length - word.length) <= 1 && isOneEditAway(word, meant))
        return meant;
    }
    return undefined;
  };
  return ({ word, stem, grammatical }) => {
    if (grammatical || word.length < shortest || stems.has(stem) || commonness(stem) > 0 || /\d/.test(word))
      return undefined;
    return mend(word);
  };
}

const deletions = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** One letter changed, added or left out, or two neighbors swapped. */
function isOneEditAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
