import { featuresOf } from '#core/story/features.ts';
import { partNames } from '#core/story/part.ts';
import { sentencesOf } from '#core/story/sentences.ts';
import type { Example } from './fit-parts.ts';
import type { LabeledStory } from './stories.ts';

/** A labeled story as the fit reads it: the sentences as they are labeled, each whole. */
export function exampleOf({ sentences }: LabeledStory): Example {
  const told = sentences.map(([, text]) => ({
    text,
    start: 0,
    end: text.length,
    words: sentencesOf(text).flatMap(({ words }) => words),
  }));
  return { features: featuresOf(told), parts: sentences.map(([part]) => partNames.indexOf(part)) };
}
