import type { PointReading } from './judge-point.ts';
import { verdictOf } from './judge-point.ts';
import { logOdds } from './log-odds.ts';

/** One sentence for the candidate: why the point counts as made, not made, or open. */
export function because(reading: PointReading): string {
  switch (verdictOf(reading.probability)) {
    case 'yes':
      return inOwnWords(reading)
        ? 'The quoted words make this point, in words of your own.'
        : 'The quoted words make this point.';
    case 'unsure':
      return doubt(reading);
    case 'no':
      return lack(reading);
  }
}

/** The judge heard the point where hardly a word of the rubric stands. */
const inOwnWords = ({ judged, features }: PointReading): boolean =>
  judged !== undefined && features.filled === 0 && features.recall < 0.3;

function doubt({ features, judged }: PointReading): string {
  if (features.hedged === 1)
    return 'The quoted words touch this, but you say yourself that you are not sure.';
  if (judged !== undefined && judged < 0 && features.filled === 1)
    return 'The right terms are there; whether the sentence makes the point is open. Read it against the claim yourself.';
  if (features.filled === 0) return 'The quoted words make a part of this point; the rest was not found.';
  return 'The quoted words may make this point; read them against the claim yourself.';
}

function lack(reading: PointReading): string {
  const { features, fluent, window } = reading;
  if (fluent < 0.5 && features.filled === 1)
    return 'The right words are there, but not in sentences that say something about them.';
  if (features.anti === 1 || (features.mismatch > 0.5 && features.recall > 0.3))
    return 'The answer comes to this subject but says the opposite.';
  if (features.hedged === 1) return 'You mention the subject and say that you do not know.';
  const near = closest(reading);
  if (near !== undefined) return `The closest you come is "${near}", which does not say it.`;
  if (!window) return 'Nothing in the answer speaks of this.';
  if (features.slots > 0.4) return 'The answer touches the subject without making the point.';
  return 'The answer does not say this.';
}

/** Below this the closest words have nothing to do with the point. */
const nearFrom = logOdds(0.08);
const longestQuote = 160;

function closest({ judged, quotes: [quote] }: PointReading): string | undefined {
  if (judged === undefined || judged < nearFrom || !quote) return undefined;
  return quote.text.length <= longestQuote ? quote.text : `${quote.text.slice(0, longestQuote).trimEnd()} …`;
}
