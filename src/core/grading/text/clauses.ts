import type { Token } from './tokens.ts';

/** A run of tokens, `to` excluded. */
export type Clause = { readonly from: number; readonly to: number; readonly sentence: number };

const sentenceEnd =
  /[.!?…][^\p{L}\p{N}\s]*\s|•|\n\s*\n|\r\n\s*\r\n|\n\s*(?:[-–*]|\d+[.)])\s|\s[-–—*]+\s|[—]/u;
const softEnd = /[,():;\n]/;
const openers: ReadonlySet<string> = new Set(
  'but because so whereas while although though however then therefore otherwise unless until since instead also besides if when'.split(
    ' ',
  ),
);
const links: ReadonlySet<string> = new Set('and or which where who that'.split(' '));
const subjects: ReadonlySet<string> = new Set('i we you they he she it'.split(' '));
const shortest = 4;
const long = 16;
const longest = 24;

/**
 * Cuts tokens into clauses: at the end of sentences, at commas and conjunctions between parts of four words or
 * more, and, in speech without punctuation, at "and I", "which" and the like once a clause has grown long.
 */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  for (let at = 1; at <= tokens.length; at += 1) {
    const ends = at === tokens.length || sentenceEnd.test(tokens[at]?.gap ?? '');
    if (!ends && !breaksBefore(tokens, from, at)) continue;
    clauses.push({ from, to: at, sentence });
    from = at;
    if (ends) sentence += 1;
  }
  return clauses;
}

function breaksBefore(tokens: readonly Token[], from: number, at: number): boolean {
  const length = at - from;
  if (length < shortest || restOfClause(tokens, at) < shortest) return false;
  if (length >= longest) return true;
  const { word = '', gap = '' } = tokens[at] ?? {};
  if (softEnd.test(gap)) return true;
  if (openers.has(word)) return length > shortest || !subjects.has(tokens[at - 1]?.word ?? '');
  if (links.has(word) && subjects.has(tokens[at + 1]?.word ?? '')) return true;
  return length >= long && (links.has(word) || subjects.has(word));
}

/** How many tokens follow before the next punctuation, counted to `shortest`. */
function restOfClause(tokens: readonly Token[], at: number): number {
  let count = 1;
  while (count < shortest && at + count < tokens.length) {
    const gap = tokens[at + count]?.gap ?? '';
    if (sentenceEnd.test(gap) || softEnd.test(gap)) break;
    count += 1;
  }
  return count;
}
