import type { Misconception, Point, Question } from '#core/content/question.ts';
import type { Format } from '#core/content/vocabulary.ts';

/** The part of a question that grading needs; a `Question` fits. */
export type Rubric = Pick<Question, 'slug' | 'prompt'> & {
  readonly format?: Format;
  readonly points: readonly Point[];
  readonly misconceptions: readonly Misconception[];
};
