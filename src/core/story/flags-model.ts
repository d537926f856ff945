import { z } from 'zod';
import { type RedFlagId, redFlagIds } from '#core/content/vocabulary.ts';
import type { Sentence } from './sentences.ts';
import type { FlagGrade } from './story-grade.ts';

const weights = z.array(z.number().int()).length(redFlagIds.length);

/** `models/story/flags.json`: weights in hundredths, one for each of `redFlagIds` in their order. */
export const flagsModel = z.strictObject({
  flags: z.array(z.enum(redFlagIds)).length(redFlagIds.length),
  bias: weights,
  /** From which sum of the story on a flag is shown. */
  threshold: z.number().int(),
  features: z.record(z.string(), weights),
});
export type FlagsModel = z.infer<typeof flagsModel>;

/** The words of a sentence and their neighbors, which the model of red flags has weights for. */
export function flagFeatures({ words: found }: Pick<Sentence, 'words'>): string[] {
  const words = found.map(({ word }) => word);
  return [
    ...new Set([
      ...words,
      ...words.slice(1).map((word, at) => `${words[at]} ${word}`),
      ...words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`),
    ]),
  ];
}

const shortest = 24;

/** By what the weights of a sentence are divided, so that neither a long nor a very short one outweighs others. */
export const lengthScale = (features: number): number => Math.sqrt(Math.max(shortest, features));

/** What a sentence says for each flag, in hundredths of log odds. */
function flagScores(sentence: Pick<Sentence, 'words'>, { bias, features }: FlagsModel): number[] {
  const names = flagFeatures(sentence);
  const known = names.flatMap((name) => (Object.hasOwn(features, name) ? [features[name] ?? []] : []));
  const scale = lengthScale(names.length);
  return bias.map((base, flag) => base + known.reduce((sum, row) => sum + (row[flag] ?? 0), 0) / scale);
}

/** Shorter sentences say too little to tell a flag by single words. */
const fewestWords = 8;
const secondCounts = 0.5;
const leastSecond = -400;

type HeardFlag = {
  readonly id: RedFlagId;
  readonly score: number;
  readonly sentences: readonly Sentence[];
};

/** The flag that some sentences speak for most, by its strongest sentence and, by half, the next. */
function strongestFlag(sentences: readonly Sentence[], model: FlagsModel): HeardFlag | undefined {
  const read = sentences
    .filter(({ words }) => words.length >= fewestWords)
    .map((sentence) => ({ sentence, scores: flagScores(sentence, model) }));
  const heard = redFlagIds.map((id, flag) => {
    const order = read.toSorted((a, b) => (b.scores[flag] ?? 0) - (a.scores[flag] ?? 0));
    const at = (place: number): number => order[place]?.scores[flag] ?? -Infinity;
    const carrying = order.filter(({ scores }, place) => place === 0 || (scores[flag] ?? 0) > 0).slice(0, 3);
    return {
      id,
      score: at(0) + secondCounts * Math.max(leastSecond, at(1)),
      sentences: carrying.map(({ sentence }) => sentence).sort((a, b) => a.start - b.start),
    };
  });
  return read.length === 0
    ? undefined
    : heard.reduce((best, next) => (next.score > best.score ? next : best));
}

/** The red flag that the sentences of a story show most clearly, if they do; a second one beside it is not looked for. */
export function modelFlags(sentences: readonly Sentence[], model: FlagsModel): FlagGrade[] {
  const heard = strongestFlag(sentences, model);
  if (!heard || heard.score < model.threshold) return [];
  return [{ id: heard.id, quotes: heard.sentences.map(({ text, start, end }) => ({ text, start, end })) }];
}
