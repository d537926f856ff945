import type { LexiconIndex } from '../text/lexicon-index.ts';
import { denialKey, isDenial, type ReadText, readText, type Span } from '../text/read-text.ts';

/** A phrase ready to be looked for: sequences of keys, any of which will do. */
export type Phrase = {
  readonly text: string;
  readonly sequences: readonly (readonly string[])[];
  /** Has a "not" of its own, so that a denial around it says nothing. */
  readonly denies: boolean;
  /** Made of everyday words only: every word has to be there, side by side. */
  readonly strict: boolean;
};

/**
 * Prepares a phrase. Words such as "the" and "is" in it are ignored, unless it has fewer than `fewest` content
 * words: then it has to stand in the text word for word.
 */
export function compilePhrase(text: string, lexicon: LexiconIndex, fewest = 1): Phrase {
  const read = readText(text, lexicon);
  const kept = read.tokens.filter((token) => !token.skippable);
  const strict = kept.length === 0 || read.units.length < fewest;
  const words = (strict ? read.tokens : kept).map(({ word, stem }) => (isDenial(word) ? denialKey : stem));
  const denies = words.includes(denialKey);
  const concepts = read.units.filter(({ key }) => key.startsWith('@'));
  if (concepts.length === 0 || strict) return { text, sequences: [words], denies, strict };
  const mixed: string[] = [];
  for (let at = 0; at < read.tokens.length; ) {
    const concept = concepts.find(({ from }) => from === at);
    const token = read.tokens[at];
    if (concept) mixed.push(concept.key);
    else if (token && !token.skippable) mixed.push(isDenial(token.word) ? denialKey : token.stem);
    at = concept ? concept.to : at + 1;
  }
  return { text, sequences: [mixed, words], denies, strict };
}

const defaultSlack = 2;

/**
 * Returns where a phrase stands in a text: its words in order with at most `slack` other content words between
 * two of them, or, for two words, side by side the other way round.
 */
export function findPhrase(text: ReadText, phrase: Phrase, slack = defaultSlack): Span[] {
  if (phrase.strict) return unique(phrase.sequences.flatMap((sequence) => sideBySide(text, sequence)));
  const found = phrase.sequences.flatMap((sequence) => [
    ...inOrder(text, sequence, slack),
    ...(sequence.length === 2 && !phrase.denies ? inOrder(text, sequence.toReversed(), 1) : []),
  ]);
  return unique(found);
}

function sideBySide(text: ReadText, sequence: readonly string[]): Span[] {
  const [first = ''] = sequence;
  return (text.places.get(first) ?? [])
    .filter(({ from }) =>
      sequence.every((key, offset) =>
        (text.places.get(key) ?? []).some((place) => place.from === from + offset),
      ),
    )
    .map(({ from }) => ({ from, to: from + sequence.length }));
}

function inOrder(text: ReadText, sequence: readonly string[], slack: number): Span[] {
  const [first, ...rest] = sequence;
  if (first === undefined) return [];
  return (text.places.get(first) ?? []).flatMap((start) => {
    const end = follow(text, start, rest, slack);
    return end === undefined ? [] : [{ from: start.from, to: end }];
  });
}

function follow(text: ReadText, start: Span, rest: readonly string[], slack: number): number | undefined {
  let end = start.to;
  for (const key of rest) {
    const next = (text.places.get(key) ?? []).find(({ from }) => from >= end);
    if (!next || between(text, end, next.from) > slack || crosses(text, end, next.from)) return undefined;
    end = next.to;
  }
  return end;
}

const between = ({ weightBefore }: ReadText, from: number, to: number): number =>
  (weightBefore[to] ?? 0) - (weightBefore[from] ?? 0);

/** Whether a stretch is denied: most of it, or the word it ends in, which is what it says of the rest. */
export function isDenied({ denied }: ReadText, { from, to }: Span): boolean {
  let count = 0;
  for (let at = from; at < to; at += 1) if (denied[at]) count += 1;
  return count * 2 > to - from || denied[to - 1] === true;
}

/** A phrase does not reach over the end of a sentence. */
function crosses({ clauses, clauseOf }: ReadText, from: number, to: number): boolean {
  const sentence = (at: number): number | undefined => clauses[clauseOf[at] ?? -1]?.sentence;
  return sentence(from - 1) !== sentence(to);
}

function unique(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return spans.filter(({ from, to }) => {
    const key = `${from}-${to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
