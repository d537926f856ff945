import type { LexiconIndex } from '../text/lexicon-index.ts';
import { denialKey, isDenial, type ReadText, readText, type Span } from '../text/read-text.ts';

/** A phrase ready to be looked for: sequences of keys, any of which will do. */
export type Phrase = {
  readonly text: string;
  readonly sequences: readonly (readonly string[])[];
  /** Has a "not" of its own, so that a denial around it says nothing. */
  readonly denies: boolean;
};

/** Prepares a phrase. Words such as "the" and "is" in it are ignored unless it has no others. */
export function compilePhrase(text: string, lexicon: LexiconIndex): Phrase {
  const read = readText(text, lexicon);
  const kept = read.tokens.filter((token) => !token.skippable);
  const words = (kept.length > 0 ? kept : read.tokens).map(({ word, stem }) =>
    isDenial(word) ? denialKey : stem,
  );
  const denies = words.includes(denialKey);
  const concepts = read.units.filter(({ key }) => key.startsWith('@'));
  if (concepts.length === 0) return { text, sequences: [words], denies };
  const mixed: string[] = [];
  for (let at = 0; at < read.tokens.length; ) {
    const concept = concepts.find(({ from }) => from === at);
    const token = read.tokens[at];
    if (concept) mixed.push(concept.key);
    else if (token && !token.skippable) mixed.push(isDenial(token.word) ? denialKey : token.stem);
    at = concept ? concept.to : at + 1;
  }
  return { text, sequences: [mixed, words], denies };
}

const defaultSlack = 2;

/**
 * Returns where a phrase stands in a text: its words in order with at most `slack` other content words between
 * two of them, or, for two words, side by side the other way round.
 */
export function findPhrase(text: ReadText, phrase: Phrase, slack = defaultSlack): Span[] {
  const found = phrase.sequences.flatMap((sequence) => [
    ...inOrder(text, sequence, slack),
    ...(sequence.length === 2 && !phrase.denies ? inOrder(text, sequence.toReversed(), 1) : []),
  ]);
  return unique(found);
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
