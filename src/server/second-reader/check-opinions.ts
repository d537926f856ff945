import { z } from 'zod';
import type { Question } from '#core/content/question.ts';
import type { PointOpinion } from './second-reader.ts';

const opinions = z.object({
  points: z.array(z.object({ id: z.string(), made: z.boolean(), quote: z.string().nullish() })).max(200),
});

/** A quote of fewer words proves nothing. */
const fewestWords = 3;

/**
 * Reads what a model wrote and believes nothing without proof: a point counts as made only with a quote that stands
 * in the answer, letter by letter. Unknown points are left out, missing ones count as not made; nothing when the text
 * is not in the form asked for.
 */
export function checkOpinions(
  text: string,
  { points }: Pick<Question, 'points'>,
  answer: string,
): readonly PointOpinion[] | undefined {
  const parsed = opinions.safeParse(jsonIn(text));
  if (!parsed.success) return undefined;
  return points.map(({ id }) => {
    const said = parsed.data.points.find((opinion) => opinion.id === id);
    if (!said?.made) return { id, verdict: 'no', quotes: [] };
    const words = said.quote?.trim() ?? '';
    const start = words.split(/\s+/).length < fewestWords ? -1 : answer.indexOf(words);
    if (start < 0) return { id, verdict: 'voided', quotes: [] };
    return { id, verdict: 'yes', quotes: [{ text: words, start, end: start + words.length }] };
  });
}

/** The JSON object in a text that may have a fence or a sentence around it. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}
