import { featuresOf } from './features.ts';
import type { PartName } from './part.ts';
import { likeliestParts, type PartsModel } from './parts-model.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

export type ReadSentence = Sentence & { readonly part: PartName };

/** A story as it was read: what counts, and what was only said again. */
export type Reading = {
  readonly sentences: readonly ReadSentence[];
  readonly repeated: readonly Sentence[];
  /** Words that are spoken, repetition included and hesitation not. */
  readonly words: number;
};

const alike = 0.8;

/** Reads a story sentence by sentence. A sentence that says again what another said is put aside first. */
export function readStory(text: string, model: PartsModel): Reading {
  const all = sentencesOf(text);
  const kept: Sentence[] = [];
  const sets: ReadonlySet<string>[] = [];
  const repeated: Sentence[] = [];
  for (const sentence of all) {
    const words = new Set(sentence.words.map(({ word }) => word));
    if (sets.some((earlier) => overlap(earlier, words) >= alike)) repeated.push(sentence);
    else {
      kept.push(sentence);
      sets.push(words);
    }
  }
  const parts = likeliestParts(featuresOf(kept), model);
  return {
    sentences: kept.map((sentence, at) => ({ ...sentence, part: parts[at] ?? 'other' })),
    repeated,
    words: all.reduce((sum, { words }) => sum + words.length, 0),
  };
}

/** The sentences of one part, in order. */
export const inPart = ({ sentences }: Reading, part: PartName): readonly ReadSentence[] =>
  sentences.filter((sentence) => sentence.part === part);

/** The words of a sentence in lower case, joined by spaces, without fillers. */
export const plain = ({ words }: Sentence): string => words.map(({ word }) => word).join(' ');

/** Share of common words among all words of both (Jaccard's index), 0..1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}
