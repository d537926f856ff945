import type { Quote } from './grade.ts';
import type { ReadText, Span } from './text/read-text.ts';

const openers: ReadonlySet<string> = new Set('and but so then well okay also or'.split(' '));

/** The words of a span as a slice of the answer, without an "and" or "so" at its head. */
export function spanQuote({ source, tokens }: ReadText, { from, to }: Span): Quote {
  let first = from;
  while (first < to - 3 && openers.has(tokens[first]?.word ?? '')) first += 1;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { text: source.slice(start, end), start, end };
}
