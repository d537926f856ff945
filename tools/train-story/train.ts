// Fits the models of the parts and the red flags of a story and writes models/story/{parts,flags}.json.
// Usage: train.ts [--cross-validate]
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { aspectsOf } from '#core/story/aspects.ts';
import { type FlagsModel, modelFlags } from '#core/story/flags-model.ts';
import { partNames } from '#core/story/part.ts';
import { likeliestParts, type PartsModel } from '#core/story/parts-model.ts';
import { readStory } from '#core/story/reading.ts';
import { sentencesOf } from '#core/story/sentences.ts';
import { aspectNames, type FlagGrade } from '#core/story/story-grade.ts';
import { f1, mean } from '../../bench/statistics.ts';
import { exampleOf } from './examples.ts';
import { fitFlags } from './fit-flags.ts';
import { fitParts } from './fit-parts.ts';
import { fitScore, type Rated } from './fit-score.ts';
import { flagStatements, flagTextsOf } from './flag-texts.ts';
import { type LabeledStory, labeledStories, textOf } from './stories.ts';

const folds = 5;
/** From which sum on the model of flags speaks: where nine of ten that it shows are right on stories not seen. */
const surely = 0;
const stories = labeledStories('train');

if (process.argv.includes('--cross-validate')) crossValidate();
else {
  write('parts', fitParts(stories.map(exampleOf)));
  write('flags', fitFlags([...flagTextsOf(stories), ...flagStatements()], surely));
}

function write(name: string, model: PartsModel | FlagsModel): void {
  const file = fileURLToPath(new URL(`../../models/story/${name}.json`, import.meta.url));
  writeFileSync(file, written(model));
  console.log(`${stories.length} stories -> models/story/${name}.json`);
}

/** One feature a line, so that a change of the model can be read. */
function written({ features, ...rest }: PartsModel | FlagsModel): string {
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
  crossValidateFlags();
  fitScore(read.map(({ story, model }) => rated(story, model)));
}

/** What the model of flags reaches alone; the turns of phrase were collected from these same stories. */
function crossValidateFlags(): void {
  const statements = flagStatements();
  const heard = stories.map((story, index) => ({ story, fold: index % folds }));
  const models = Array.from({ length: folds }, (_, fold) =>
    fitFlags([...flagTextsOf(stories.filter((_, index) => index % folds !== fold)), ...statements], surely),
  );
  const shown = heard.flatMap(({ story, fold }) =>
    (models[fold] ? modelFlags(sentencesOf(textOf(story)), models[fold]) : []).map(({ id }) =>
      Object.hasOwn(story.flags, id),
    ),
  );
  const right = shown.filter(Boolean).length;
  const true_ = stories.reduce((sum, { flags }) => sum + Object.keys(flags).length, 0);
  console.log(`red flags by the model alone: ${right} of ${shown.length} right, of ${true_} that are there`);
}

/** Aspects as the reader finds them, red flags as they are labeled. */
function rated(story: LabeledStory, model: PartsModel): Rated {
  const flags = Object.keys(story.flags).map((id) => ({ id: id as FlagGrade['id'], quotes: [] }));
  const aspects = aspectsOf(readStory(textOf(story), model), flags);
  return { quality: story.quality, values: aspectNames.map((name) => aspects[name].value) };
}
