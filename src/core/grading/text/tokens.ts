import { fillers, functionWords, skippable } from './word-classes.ts';
import { stemOf } from './word-forms.ts';

/** A word of a text. Offsets are UTF-16 code units into that text. */
export type Token = {
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents. */
  readonly word: string;
  readonly stem: string;
  /** Carries grammar only. */
  readonly grammatical: boolean;
  /** May stand inside a phrase without counting. */
  readonly skippable: boolean;
  /** What stands between the token before and this one. */
  readonly gap: string;
};

const joiners = '\\u00AD\\u200B-\\u200D\\u2060';
const pattern = new RegExp(`\\d+(?:\\.\\d+)+|[\\p{L}\\p{N}\\p{M}${joiners}]+(?:['’ʼ][\\p{L}\\p{M}]+)*`, 'gu');
const invisible = new RegExp(`[${joiners}\\p{M}]`, 'gu');
/** A hesitation or a stuttered word that was passed over. */
const leftOut = /[\p{L}\p{N}\p{M}'’]+/gu;
const plainText = /^[a-z0-9.]+$/;

/**
 * Returns the words of a text in order, hesitations and stuttered words left out. "Don't" gives two tokens over
 * the same letters, `do` and `not`; "we're" gives `we`.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const gap = text.slice(before, match.index).replace(leftOut, ' ');
    const [first, ...more] = partsOf(plain(match[0]));
    if (first === undefined || fillers.has(first) || isStutter(tokens.at(-1), first, gap)) continue;
    tokens.push(token(first, match.index, end, gap));
    for (const part of more) tokens.push(token(part, match.index, end, ''));
    before = end;
  }
  return tokens;
}

function token(word: string, start: number, end: number, gap: string): Token {
  return {
    start,
    end,
    word,
    stem: stemOf(word),
    grammatical: functionWords.has(word),
    skippable: skippable.has(word),
    gap,
  };
}

function plain(raw: string): string {
  const lower = raw.toLowerCase();
  if (plainText.test(lower)) return lower;
  return lower.normalize('NFKD').replace(invisible, '').replace(/[’ʼ]/g, "'");
}

const irregularContractions: ReadonlyMap<string, readonly string[]> = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ['cannot', ['can', 'not']],
  ['cant', ['can', 'not']],
  ['dont', ['do', 'not']],
  ['doesnt', ['does', 'not']],
  ['didnt', ['did', 'not']],
  ['isnt', ['is', 'not']],
  ['arent', ['are', 'not']],
  ['wasnt', ['was', 'not']],
  ['wouldnt', ['would', 'not']],
  ['shouldnt', ['should', 'not']],
  ['couldnt', ['could', 'not']],
  ['hasnt', ['has', 'not']],
  ['havent', ['have', 'not']],
  ["ain't", ['is', 'not']],
  ['gonna', ['going', 'to']],
  ['wanna', ['want', 'to']],
  ["let's", ['let', 'us']],
]);

function partsOf(word: string): readonly string[] {
  const irregular = irregularContractions.get(word);
  if (irregular) return irregular;
  if (!word.includes("'")) return word === '' ? [] : [word];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const [base] = word.split("'");
  return base === undefined || base === '' ? [word.replaceAll("'", '')] : [base];
}

/** "the the server": the recognizer or the speaker started twice. */
function isStutter(last: Token | undefined, word: string, gap: string): boolean {
  return last?.word === word && last.grammatical && /^[\s,.…-]*$/.test(gap);
}
