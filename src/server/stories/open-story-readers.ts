import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Grader } from '#core/grading/grader.ts';
import type { StoryReaders } from '#core/story/grade-story.ts';
import { partsModel } from '#core/story/parts-model.ts';

const modelFile = fileURLToPath(new URL('../../../models/story/parts.json', import.meta.url));

/** What a story is read by: the shipped model of its parts, and the red flags of the grader. */
export const openStoryReaders = (grader: Pick<Grader, 'flags'>): StoryReaders => ({
  model: partsModel.parse(JSON.parse(readFileSync(modelFile, 'utf8'))),
  flags: (story) => grader.flags(story),
});
