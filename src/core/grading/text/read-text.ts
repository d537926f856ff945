import { type Clause, clausesOf } from './clauses.ts';
import { isJudging, judgingKey } from './judging-words.ts';
import type { LexiconIndex } from './lexicon-index.ts';
import { deniedTokens } from './negation.ts';
import { type Token, tokensOf } from './tokens.ts';
import { stemOf } from './word-forms.ts';

const denials: ReadonlySet<string> = new Set(['not', 'no', 'never']);
/** Where "not", "no" and "never" stand, in `places`. */
export const denialKey = '!';
export const isDenial = (word: string): boolean => denials.has(word);

/** A word or a named concept of a text, over the tokens `from` to `to` (excluded). */
export type Unit = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** Stems of the words that name it; for a concept also those of its main name. */
  readonly parts: readonly string[];
};

export type Span = { readonly from: number; readonly to: number };

export type ReadText = {
  readonly source: string;
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** For each token, the index of its clause. */
  readonly clauseOf: readonly number[];
  readonly denied: readonly boolean[];
  /** Content words and concepts in order. */
  readonly units: readonly Unit[];
  /** Where each stem and each concept stands. */
  readonly places: ReadonlyMap<string, readonly Span[]>;
  /** How many tokens that count stand before each token. */
  readonly weightBefore: readonly number[];
};

/** Returns the word that was meant, or nothing when the word stands. */
export type Corrector = (token: Token) => string | undefined;

/** Reads a text: tokens, clauses, denials, concepts. Offsets of tokens refer to `source`. */
export function readText(source: string, lexicon: LexiconIndex, correct?: Corrector): ReadText {
  const tokens = correct ? tokensOf(source).map((token) => corrected(token, correct)) : tokensOf(source);
  const clauses = clausesOf(tokens);
  const units = unitsOf(tokens, lexicon);
  const denied = deniedTokens(tokens, clauses);
  return {
    source,
    tokens,
    clauses,
    clauseOf: clauses.flatMap((clause, index) => new Array<number>(clause.to - clause.from).fill(index)),
    denied,
    units,
    places: placesOf(tokens, units, denied),
    weightBefore: weights(tokens),
  };
}

function corrected(token: Token, correct: Corrector): Token {
  const word = correct(token);
  return word === undefined ? token : { ...token, word, stem: stemOf(word) };
}

function unitsOf(tokens: readonly Token[], lexicon: LexiconIndex): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  const single = (index: number): void => {
    const token = tokens[index];
    if (token && !token.grammatical)
      units.push({ key: token.stem, from: index, to: index + 1, parts: [token.stem] });
  };
  for (const { concept, from, to } of lexicon.find(tokens)) {
    for (; at < from; at += 1) single(at);
    const own = tokens.slice(from, to).filter((token) => !token.grammatical);
    units.push({
      key: concept.key,
      from,
      to,
      parts: [...new Set([...own.map(({ stem }) => stem), ...concept.stems])],
    });
    at = to;
  }
  for (; at < tokens.length; at += 1) single(at);
  return units;
}

function placesOf(
  tokens: readonly Token[],
  units: readonly Unit[],
  denied: readonly boolean[],
): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  const add = (key: string, span: Span): void => {
    const known = places.get(key);
    if (known) known.push(span);
    else places.set(key, [span]);
  };
  tokens.forEach(({ stem, word }, index) => {
    const span = { from: index, to: index + 1 };
    add(stem, span);
    if (denials.has(word)) add(denialKey, span);
    if (isJudging(word, denied[index] ?? false)) add(judgingKey, span);
  });
  for (const { key, from, to } of units) {
    if (key.startsWith('@')) add(key, { from, to });
  }
  return places;
}

function weights(tokens: readonly Token[]): number[] {
  let sum = 0;
  return [...tokens.map((token) => (token.skippable ? sum : sum++)), sum];
}
