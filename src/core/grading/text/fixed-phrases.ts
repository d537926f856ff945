import type { Token } from './tokens.ts';

/** Word sequences by their first word. */
export type FixedPhrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Prepares phrases that are looked for word for word. */
export function fixedPhrases(texts: readonly string[]): FixedPhrases {
  const byFirst = new Map<string, string[][]>();
  for (const words of texts.map((text) => text.split(' '))) {
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
}

/** Whether one of the phrases begins at a token and ends before `to`. */
export function beginsAt(phrases: FixedPhrases, tokens: readonly Token[], at: number, to: number): boolean {
  const candidates = phrases.get(tokens[at]?.word ?? '') ?? [];
  return candidates.some(
    (words) => at + words.length <= to && words.every((word, offset) => tokens[at + offset]?.word === word),
  );
}
