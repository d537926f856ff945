import type { ReadText } from '../text/read-text.ts';
import { commonness } from './background.ts';
import type { CompiledRubric } from './compile-rubric.ts';

const fewestPoints = 3;
const fewestWords = 40;
/** Measured on the bank's examples: answers to other questions lie below, answers to this one above. */
const foreign = 0.36;
const own = 0.54;

/**
 * How much an answer speaks of what the rubric is about, 0..1: the share of its different content words, common
 * ones counting less, that the rubric or the prompt uses too. 1 where the rubric or the answer is too short to tell.
 */
export function topicOf(
  answer: ReadText,
  { points, subject }: Pick<CompiledRubric, 'points' | 'subject'>,
): number {
  if (points.length < fewestPoints || answer.tokens.length < fewestWords) return 1;
  let shared = 0;
  let all = 0;
  for (const key of new Set(answer.units.map((unit) => unit.key))) {
    const weight = 1 - 0.8 * commonness(key);
    all += weight;
    if (subject.has(key)) shared += weight;
  }
  return all === 0 ? 0 : Math.max(0, Math.min(1, (shared / all - foreign) / (own - foreign)));
}
