/** A word of a text in lower case, contractions kept whole. Offsets are UTF-16 code units into that text. */
export type Word = { readonly word: string; readonly start: number; readonly end: number };

const pattern = /\d+(?:[.,:]\d+)*|[\p{L}\p{N}\p{M}]+(?:['’ʼ-][\p{L}\p{N}\p{M}]+)*/gu;
const single: ReadonlySet<string> = new Set(
  'um uh uhm erm er hmm mm ah eh umm uhh mhm basically literally actually honestly like well okay ok yeah right so anyway'.split(
    ' ',
  ),
);
/** Hesitations wherever they stand; the others of `single` only say nothing between commas or alone. */
const hesitation: ReadonlySet<string> = new Set('um uh uhm erm er hmm mm ah eh umm uhh mhm'.split(' '));
const phrases = ['you know', 'i mean', 'sort of', 'kind of', 'you know what i mean'].map((text) =>
  text.split(' '),
);

/** Returns the words of a text in order, hesitations and filler phrases left out. */
export function wordsOf(text: string): Word[] {
  const words = [...text.matchAll(pattern)].map((match) => ({
    word: match[0].toLowerCase().replace(/[’ʼ]/g, "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const kept: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const length = fillerAt(words, at);
    const word = words[at];
    if (length === 0 && word) kept.push(word);
    at += Math.max(1, length);
  }
  return kept.every(({ word }) => single.has(word)) ? [] : kept;
}

/** How many words of filler begin here. */
function fillerAt(words: readonly Word[], at: number): number {
  if (hesitation.has(words[at]?.word ?? '')) return 1;
  const found = phrases.filter((phrase) => phrase.every((word, offset) => words[at + offset]?.word === word));
  return Math.max(0, ...found.map((phrase) => phrase.length));
}
