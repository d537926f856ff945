import type { LexiconEntry } from '#core/content/lexicon.ts';
import { indexLexicon, type LexiconIndex } from './text/lexicon-index.ts';
import { tokensOf } from './text/tokens.ts';
import { familiesOf, tellingOf } from './trade-words.ts';

/** Compares names that people give to parts of a drawing. */
export type LabelReader = {
  /** How likely two names mean the same thing, 0..1; symmetric. */
  likeness(a: string, b: string): number;
  /** How much a name tells, 0..1: next to nothing for "Service 1". */
  telling(label: string): number;
};

type Word = {
  readonly key: string;
  /** Stems that tell what it is. */
  readonly tells: readonly string[];
  readonly families: readonly number[];
  readonly weight: number;
  /** Its first letters, where it has enough of them. */
  readonly beginning: string | undefined;
};
type Label = { readonly text: string; readonly words: readonly Word[]; readonly mass: number };

/** Builds a reader that knows the names of the lexicon, and words of the trade that stand for one another. */
export function labelReading(entries: readonly LexiconEntry[]): LabelReader {
  const lexicon = indexLexicon(entries);
  const known = new Map<string, Label>();
  const read = (text: string): Label => {
    const label = known.get(text) ?? labelOf(text, lexicon);
    if (known.size >= mostKnown) known.clear();
    known.set(text, label);
    return label;
  };
  return {
    likeness: (a, b) => likenessOf(read(a), read(b)),
    telling: (text) => Math.min(1, read(text).mass / enough),
  };
}

const mostKnown = 20_000;
/** A single word that is not common tells enough. */
const enough = 0.9;

function labelOf(source: string, lexicon: LexiconIndex): Label {
  const text = source.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-/.]+/g, ' ');
  const tokens = tokensOf(text);
  const words: Word[] = [];
  let at = 0;
  const single = (to: number): void => {
    for (const { grammatical, stem } of tokens.slice(at, to))
      if (!grammatical) words.push(wordOf(stem, [stem]));
    at = to;
  };
  for (const { concept, from, to } of lexicon.find(tokens)) {
    single(from);
    const parts = [...new Set([...tokens.slice(from, to).map(({ stem }) => stem), ...concept.stems])];
    words.push(wordOf(concept.key, parts));
    at = to;
  }
  single(tokens.length);
  const distinct = words.filter(({ key }, index) => words.findIndex((word) => word.key === key) === index);
  return {
    text: tokens.map(({ stem }) => stem).join(' '),
    words: distinct,
    mass: distinct.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** So many letters make it likely that words are forms of one. */
const beginning = 5;

const wordOf = (key: string, parts: readonly string[]): Word => ({
  key,
  tells: parts.filter((part) => tellingOf(part) === 1),
  families: [...new Set(parts.flatMap((part) => [...familiesOf(part)]))],
  weight: Math.max(...parts.map(tellingOf)),
  beginning: (parts[0]?.length ?? 0) >= beginning ? parts[0]?.slice(0, beginning) : undefined,
});

function likenessOf(a: Label, b: Label): number {
  if (a.text === b.text) return a.text === '' ? 0 : 1;
  if (a.mass === 0 || b.mass === 0) return 0;
  const inB = foundIn(a, b);
  if (inB === 0) return 0;
  const inA = foundIn(b, a);
  const dice = (inB + inA) / (a.mass + b.mass);
  const [less, more] = a.mass < b.mass ? [a.mass, b.mass] : [b.mass, a.mass];
  const within = Math.max(inB / a.mass, inA / b.mass) * Math.min(1, less) * (less / more);
  return 0.65 * dice + 0.35 * within;
}

/** The weight of words of one label that the other has too, or has the like of. */
function foundIn(label: Label, other: Label): number {
  let sum = 0;
  for (const word of label.words) {
    let best = 0;
    for (const candidate of other.words) best = Math.max(best, wordLikeness(word, candidate));
    sum += best * word.weight;
  }
  return sum;
}

const sharedPart = 0.8;
const sameTrade = 0.7;
/** "resizer" and "resizing", "thumbnailer" and "thumbs". */
const sameBeginning = 0.7;

function wordLikeness(a: Word, b: Word): number {
  if (a.key === b.key) return 1;
  if (haveCommon(a.tells, b.tells)) return sharedPart;
  if (haveCommon(a.families, b.families)) return sameTrade;
  return a.beginning !== undefined && a.beginning === b.beginning ? sameBeginning : 0;
}

function haveCommon<T>(a: readonly T[], b: readonly T[]): boolean {
  for (const item of a) if (b.includes(item)) return true;
  return false;
}
