import { isFigure } from './cues.ts';
import { plain, type ReadSentence } from './reading.ts';

/** `compared`: a figure beside what it was before or elsewhere; `figure`: a figure alone. */
export type Measure = 'compared' | 'figure' | 'none';

const comparison =
  /\b(?:from .{1,60} to|down (?:to|from)|up (?:to|from)|instead of|compared|than|(?:where|what) .{0,40}(?:used to|had been|before)|used to|before|previous\w*|earlier|out of|fewer|half|halved|doubled|tripled|twice|dropped|fell|rose|percent|cut|year over year|of the .{1,20} we)\b|%/;
const bareComparison =
  /\b(?:fewer|halved|doubled|tripled|twice as|dropped (?:from|to|by)|fell (?:from|to|by)|went (?:down|up) (?:from|to|by)|lower than|higher than|faster than|less than (?:before|half)|more than (?:before|twice))\b/;
/** Figures that only date or place something, or count how long it took until the telling. */
const dates =
  /\b(?:(?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d+|\d+(?::\d+)? ?(?:am|pm|o'clock)|(?:after|for|within|about|some|another|in) (?:the )?[\w-]+ (?:years?|months?|weeks?|quarters?)|[\w-]+ (?:years?|months?|weeks?|days?) (?:later|ago|afterwards?)|at (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b/g;

/** How a sentence measures what came of the action. */
export function measureOf(sentence: ReadSentence): Measure {
  const text = plain(sentence);
  const figures = text.replace(dates, ' ').split(' ').filter(isFigure).length;
  if (figures > 0) return comparison.test(text) || figures > 1 ? 'compared' : 'figure';
  return bareComparison.test(text) ? 'compared' : 'none';
}

/** The best measure among some sentences. */
export function bestMeasure(results: readonly ReadSentence[]): Measure {
  const measures = results.map(measureOf);
  if (measures.includes('compared')) return 'compared';
  return measures.includes('figure') ? 'figure' : 'none';
}
