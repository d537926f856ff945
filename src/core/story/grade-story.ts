import { countActors, ownershipOf } from './actions.ts';
import { aspectsOf, noAspects, shareOf } from './aspects.ts';
import { incidentIn } from './incidents.ts';
import { jargonFor } from './jargon.ts';
import { type StoryPart, storyParts } from './part.ts';
import type { PartsModel } from './parts-model.ts';
import { inPart, type Reading, readStory } from './reading.ts';
import { quoteOf, remarksOn } from './remarks.ts';
import { bestMeasure } from './results.ts';
import { scoreOf, weighed } from './score.ts';
import type { Audience, FlagGrade, PartGrade, StoryGrade } from './story-grade.ts';

/** The most characters of a story: half an hour of speech. */
export const longestStory = 30_000;

/** What a person says in a minute, in words. */
export const wordsPerMinute = 140;

export type StoryReaders = {
  readonly model: PartsModel;
  /** The red flags that a text shows. */
  readonly flags: (story: string) => readonly FlagGrade[];
};

/**
 * Grades a story told in an interview: its parts, whose actions they are, what came of them, what was learned.
 * The same story gets the same grade everywhere. A text without words scores 0 and has no remarks.
 */
export function gradeStory(
  story: string,
  { model, flags: findFlags }: StoryReaders,
  audience: Audience = 'manager',
): StoryGrade {
  const reading = readStory(story, model);
  const told = reading.sentences.length > 0;
  const flags = told ? findFlags(story) : [];
  const aspects = weighed(told ? aspectsOf(reading, flags) : noAspects);
  const actors = countActors(inPart(reading, 'action'));
  const ownership = ownershipOf(actors);
  const minutes = Math.round((10 * reading.words) / wordsPerMinute) / 10;
  const incident = incidentIn(reading);
  const jargon = jargonFor(audience, reading);
  return {
    score: scoreOf(aspects),
    aspects,
    parts: partsOf(reading),
    ownership,
    actors,
    measured: bestMeasure(inPart(reading, 'result')) !== 'none',
    minutes,
    incident,
    flags,
    remarks: remarksOn({ reading, minutes, ownership, incident, flags, jargon }),
    sentences: reading.sentences.map((sentence) => ({ ...quoteOf(sentence), part: sentence.part })),
  };
}

function partsOf(reading: Reading): Record<StoryPart, PartGrade> {
  const grade = (part: StoryPart): PartGrade => {
    const sentences = inPart(reading, part);
    const share = Math.round(1000 * shareOf(sentences, reading)) / 1000;
    return { present: sentences.length > 0, quotes: sentences.map(quoteOf), share };
  };
  return Object.fromEntries(storyParts.map((part) => [part, grade(part)])) as Record<StoryPart, PartGrade>;
}
