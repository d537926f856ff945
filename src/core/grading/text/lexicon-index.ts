import type { LexiconEntry } from '#core/content/lexicon.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** A concept found in a text; `to` is excluded. */
export type ConceptSpan = { readonly concept: Concept; readonly from: number; readonly to: number };

/** `key` is unique to the entry; `stems` are the content words of its term. */
export type Concept = { readonly key: string; readonly stems: readonly string[] };

export type LexiconIndex = {
  /** The concepts named in a text, longest name first at each place, without overlaps, in order. */
  find(tokens: readonly Token[]): ConceptSpan[];
  /** Every word of every name. */
  readonly words: ReadonlySet<string>;
};

type Node = { concept?: Concept; readonly next: Map<string, Node> };

/** Prepares a lexicon for look-ups. When two entries claim one name, the first keeps it. */
export function indexLexicon(entries: readonly LexiconEntry[]): LexiconIndex {
  const root: Node = { next: new Map() };
  const words = new Set<string>();
  for (const entry of entries) {
    const concept = conceptOf(entry);
    for (const name of [entry.term, ...entry.aliases, ...entry.spoken]) {
      const tokens = tokensOf(name);
      for (const { word } of tokens) words.add(word);
      insert(root, tokens, concept);
    }
  }
  return { find: (tokens) => find(root, tokens), words };
}

function conceptOf(entry: LexiconEntry): Concept {
  const content = tokensOf(entry.term).filter((token) => !token.grammatical);
  return { key: `@${entry.term.toLowerCase()}`, stems: content.map(({ stem }) => stem) };
}

function insert(root: Node, tokens: readonly Token[], concept: Concept): void {
  if (tokens.length === 0) return;
  let node = root;
  for (const { stem } of tokens) {
    const next: Node = node.next.get(stem) ?? { next: new Map() };
    node.next.set(stem, next);
    node = next;
  }
  node.concept ??= concept;
}

function find(root: Node, tokens: readonly Token[]): ConceptSpan[] {
  const spans: ConceptSpan[] = [];
  for (let at = 0; at < tokens.length; ) {
    const span = longest(root, tokens, at);
    if (span) spans.push(span);
    at = span ? span.to : at + 1;
  }
  return spans;
}

function longest(root: Node, tokens: readonly Token[], from: number): ConceptSpan | undefined {
  let node: Node | undefined = root;
  let best: ConceptSpan | undefined;
  for (let at = from; at < tokens.length; at += 1) {
    node = node.next.get(tokens[at]?.stem ?? '');
    if (!node) break;
    if (node.concept) best = { concept: node.concept, from, to: at + 1 };
  }
  return best;
}
