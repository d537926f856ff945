import { combineProbabilities } from './combine.ts';
import type { PointReading } from './judge-point.ts';
import type { AnswerText } from './match/answer.ts';
import type { PointReader, Reading } from './point-reader.ts';
import { spanQuote } from './quote.ts';

/**
 * Lets another reader read the same points in the same windows and combines what it finds with the lexical
 * readings. What lists and shuffled words lose, they lose here too.
 */
export async function withSecondReader(
  reader: PointReader,
  answer: AnswerText,
  readings: readonly PointReading[],
): Promise<readonly PointReading[]> {
  const queries = readings.map(({ point: { point } }) => ({
    id: point.id,
    statements: [point.claim, ...point.paraphrases],
  }));
  const second = await reader.read(
    queries,
    answer.windows.map((window) => spanQuote(answer, window)),
  );
  return readings.map((reading, index) => combined(answer, reading, second[index]));
}

function combined(answer: AnswerText, reading: PointReading, second: Reading | undefined): PointReading {
  if (!second) return reading;
  const probability = combineProbabilities(reading.probability, second.probability) * reading.fluent;
  const window = answer.windows[second.evidence[0] ?? -1];
  const quotes = reading.quotes.length === 0 && window ? [spanQuote(answer, window)] : reading.quotes;
  return { ...reading, probability: quotes.length === 0 ? 0 : probability, quotes };
}
