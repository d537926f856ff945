import { readFileSync } from 'node:fs';
import { flagsIn } from '#core/story/flags.ts';
import { flagsModel } from '#core/story/flags-model.ts';
import type { StoryReaders } from '#core/story/grade-story.ts';
import { partsModel } from '#core/story/parts-model.ts';

const folder = new URL('../../../models/story/', import.meta.url);

/** What a story is read by: the shipped models of its parts and of red flags told in stories. */
export function openStoryReaders(): StoryReaders {
  const flags = flagsModel.parse(modelNamed('flags'));
  return { model: partsModel.parse(modelNamed('parts')), flags: (story) => flagsIn(story, flags) };
}

const modelNamed = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
