// Fits the model of the parts of a story and writes models/story/parts.json.
// Usage: train.ts [--cross-validate]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aspectsOf } from '#core/story/aspects.ts';
import { partNames } from '#core/story/part.ts';
import { likeliestParts, type PartsModel } from '#core/story/parts-model.ts';
import { readStory } from '#core/story/reading.ts';
import { aspectNames, type FlagGrade } from '#core/story/story-grade.ts';
import { f1, mean } from '../../bench/statistics.ts';
import { exampleOf } from './examples.ts';
import { fitParts } from './fit-parts.ts';
import { fitScore, type Rated } from './fit-score.ts';
import { type LabeledStory, labeledStories, textOf } from './stories.ts';

const folds = 5;
const stories = labeledStories('train');

if (process.argv.includes('--cross-validate')) crossValidate();
else {
  const file = fileURLToPath(new URL('../../models/story/parts.json', import.meta.url));
  writeFileSync(file, written(fitParts(stories.map(exampleOf))));
  console.log(`${stories.length} stories -> ${file}`);
}

/** One feature a line, so that a change of the model can be read. */
function written({ features, ...rest }: PartsModel): string {
  const lines = Object.entries(features).map(([name, row]) => `${JSON.stringify(name)}:[${row}]`);
  return `${JSON.stringify(rest).slice(0, -1)},"features":{\n${lines.join(',\n')}\n}}\n`;
}

/** Prints what the fit reaches on stories that it has not seen, and the weights of the aspects that follow. */
function crossValidate(): void {
  const read = Array.from({ length: folds }, (_, fold) => {
    const inFold = (_: LabeledStory, index: number): boolean => index % folds === fold;
    const model = fitParts(stories.filter((story, index) => !inFold(story, index)).map(exampleOf));
    return stories.filter(inFold).map((story) => ({ story, model }));
  }).flat();
  const sentences = read.flatMap(({ story, model }) => {
    const { features, parts } = exampleOf(story);
    return likeliestParts(features, model).map((said, at) => ({ said, truth: partNames[parts[at] ?? 0] }));
  });
  const scores = partNames.map((part) =>
    f1(sentences.map(({ said, truth }) => ({ said: said === part, truth: truth === part }))),
  );
  console.log(
    `parts: macro F1 ${mean(scores).toFixed(3)} (${partNames.map((part, at) => `${part} ${scores[at]?.toFixed(2)}`).join(', ')})`,
  );
  fitScore(read.map(({ story, model }) => rated(story, model)));
}

/** Aspects as the reader finds them, red flags as they are labeled. */
function rated(story: LabeledStory, model: PartsModel): Rated {
  const flags = Object.keys(story.flags).map((id) => ({ id: id as FlagGrade['id'], quotes: [] }));
  const aspects = aspectsOf(readStory(textOf(story), model), flags);
  return { quality: story.quality, values: aspectNames.map((name) => aspects[name].value) };
}
