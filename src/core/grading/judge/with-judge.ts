import { type PointReading, verdictOf } from '../judge-point.ts';
import type { AnswerText } from '../match/answer.ts';
import { mannerOf } from '../match/manner.ts';
import { sentenceLikeness } from '../match/sentence-likeness.ts';
import { spanQuote } from '../quote.ts';
import type { Span } from '../text/read-text.ts';
import { type Calibration, calibrated } from './calibration.ts';
import type { ClaimReading } from './read-claims.ts';
import type { Stretch } from './windows.ts';

/**
 * One reading of a point from what both readers found: the words of the judge are quoted, and those of the lexical
 * reader where it found some of its own. What lists and shuffled words lose, they lose here too.
 */
export function withJudge(
  calibration: Calibration,
  answer: AnswerText,
  lexical: PointReading,
  judged: ClaimReading | undefined,
): PointReading {
  if (!judged) return lexical;
  const spans = judged.stretches.map((stretch) => tokensIn(answer, stretch));
  const manner = mannerOf(lexical.point);
  const weights = manner === 'notes' ? calibration.references : calibration.points;
  const fluent = Math.min(
    ...spans.map((span) => sentenceLikeness(answer.tokens, answer.fluency, span, manner)),
  );
  const probability = calibrated(weights, judged.logit, lexical.probability) * fluent;
  const own = spans.map((span) => spanQuote(answer, span));
  const apart =
    verdictOf(lexical.probability) === 'yes'
      ? lexical.quotes.filter((quote) =>
          own.every(({ start, end }) => quote.end <= start || quote.start >= end),
        )
      : [];
  return { ...lexical, probability, fluent, judged: judged.logit, quotes: [...own, ...apart] };
}

/** The tokens that begin in a stretch of the source. */
export function tokensIn({ tokens }: AnswerText, { start, end }: Stretch): Span {
  const from = tokens.findIndex((token) => token.start >= start);
  const to = tokens.findIndex((token) => token.start >= end);
  return { from: from < 0 ? tokens.length : from, to: to < 0 ? tokens.length : to };
}
