import { type PointReading, verdictOf } from '../judge-point.ts';
import { logOdds } from '../log-odds.ts';
import type { AnswerText } from '../match/answer.ts';
import { mannerOf } from '../match/manner.ts';
import { type Calibration, calibrated } from './calibration.ts';
import { heard } from './heard.ts';
import type { ClaimReading } from './read-claims.ts';

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
  const { quotes: own, fluent } = heard(answer, judged, mannerOf(lexical.point));
  const readings = { judge: judged.logit, lexical: logOdds(lexical.probability) };
  const probability = calibrated(calibration.points, readings) * fluent;
  const apart =
    verdictOf(lexical.probability) === 'yes'
      ? lexical.quotes.filter((quote) =>
          own.every(({ start, end }) => quote.end <= start || quote.start >= end),
        )
      : [];
  return { ...lexical, probability, fluent, judged: judged.logit, quotes: [...own, ...apart] };
}
