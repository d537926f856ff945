import type { LexiconEntry } from '#core/content/lexicon.ts';
import { indexLexicon, type LexiconIndex } from './text/lexicon-index.ts';
import { tokensOf } from './text/tokens.ts';
import { areOfOneTrade, tellingOf } from './trade-words.ts';

/** Compares names that people give to parts of a drawing. */
export type LabelReader = {
  /** How likely two names mean the same thing, 0..1; symmetric. */
  likeness(a: string, b: string): number;
  /** How much a name tells, 0..1: next to nothing for "Service 1". */
  telling(label: string): number;
};

type Word = { readonly key: string; readonly parts: readonly string[]; readonly weight: number };
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
      if (!grammatical) words.push({ key: stem, parts: [stem], weight: tellingOf(stem) });
    at = to;
  };
  for (const { concept, from, to } of lexicon.find(tokens)) {
    single(from);
    const parts = [...new Set([...tokens.slice(from, to).map(({ stem }) => stem), ...concept.stems])];
    words.push({ key: concept.key, parts, weight: Math.max(...parts.map(tellingOf)) });
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

function likenessOf(a: Label, b: Label): number {
  if (a.text === b.text) return a.text === '' ? 0 : 1;
  if (a.mass === 0 || b.mass === 0) return 0;
  const [inB, inA] = [foundIn(a, b), foundIn(b, a)];
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
const sameBeginning = 0.7;

function wordLikeness(a: Word, b: Word): number {
  if (a.key === b.key) return 1;
  if (a.parts.some((part) => tellingOf(part) === 1 && b.parts.includes(part))) return sharedPart;
  if (a.parts.some((part) => b.parts.some((other) => areOfOneTrade(part, other)))) return sameTrade;
  const [first = '', second = ''] = [a.parts[0], b.parts[0]];
  return beginAlike(first, second) ? sameBeginning : 0;
}

/** "resizer" and "resizing", "thumbnailer" and "thumbs". */
function beginAlike(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return length >= 5 && a.slice(0, 5) === b.slice(0, 5);
}
