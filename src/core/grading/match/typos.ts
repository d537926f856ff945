import type { Token } from '../text/tokens.ts';
import { stemOf } from '../text/word-forms.ts';
import { commonness } from './background.ts';

const shortest = 5;

/** Known words, ready for look-ups of words that differ in one letter. */
export type WordIndex = {
  readonly stems: ReadonlySet<string>;
  readonly byDeletion: ReadonlyMap<string, string>;
};

/** Indexes words by what is left of them without one letter (the symmetric-delete method of SymSpell). */
export function indexWords(words: Iterable<string>): WordIndex {
  const stems = new Set<string>();
  const byDeletion = new Map<string, string>();
  for (const word of words) {
    stems.add(stemOf(word));
    if (word.length < shortest || /\d/.test(word)) continue;
    for (const form of [word, ...deletions(word)]) if (!byDeletion.has(form)) byDeletion.set(form, word);
  }
  return { stems, byDeletion };
}

/**
 * Returns a look-up that mends one wrong, missing, doubled or swapped letter. Words that are known, or common,
 * are left alone; earlier indexes go first.
 */
export function typoMender(indexes: readonly WordIndex[]): (token: Token) => string | undefined {
  const mended = new Map<string, string | undefined>();
  return ({ word, stem, grammatical }) => {
    if (grammatical || word.length < shortest || commonness(stem) > 0 || /\d/.test(word)) return undefined;
    if (indexes.some(({ stems }) => stems.has(stem))) return undefined;
    if (!mended.has(word)) mended.set(word, nearest(word, indexes));
    return mended.get(word);
  };
}

function nearest(word: string, indexes: readonly WordIndex[]): string | undefined {
  const forms = [word, ...deletions(word)];
  for (const { byDeletion } of indexes) {
    for (const form of forms) {
      const meant = byDeletion.get(form);
      if (meant !== undefined && isOneEditAway(word, meant)) return meant;
    }
  }
  return undefined;
}

const deletions = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** One letter changed, added or left out, or two neighbors swapped. */
function isOneEditAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
