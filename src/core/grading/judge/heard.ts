import type { Quote } from '../grade.ts';
import type { AnswerText } from '../match/answer.ts';
import { type Manner, sentenceLikeness } from '../match/sentence-likeness.ts';
import { spanQuote } from '../quote.ts';
import type { Span } from '../text/read-text.ts';
import type { ClaimReading } from './read-claims.ts';
import type { Stretch } from './windows.ts';

/** The words that speak for a claim, and how much they read like sentences, 0..1: the least of their places. */
export function heard(
  answer: AnswerText,
  { stretches }: ClaimReading,
  manner: Manner,
): { readonly quotes: readonly Quote[]; readonly fluent: number } {
  const spans = stretches.map((stretch) => tokensIn(answer, stretch));
  return {
    quotes: spans.map((span) => spanQuote(answer, span)),
    fluent: Math.min(...spans.map((span) => sentenceLikeness(answer.tokens, answer.fluency, span, manner))),
  };
}

/** The tokens that begin in a stretch of the source. */
function tokensIn({ tokens }: AnswerText, { start, end }: Stretch): Span {
  const from = tokens.findIndex((token) => token.start >= start);
  const to = tokens.findIndex((token) => token.start >= end);
  return { from: from < 0 ? tokens.length : from, to: to < 0 ? tokens.length : to };
}
