import type { Misconception, Point, Question } from '#core/content/question.ts';

/** What a reader of answers goes by when it reads a question or a reply of the candidate. */
export type ReplyRubric = Pick<Question, 'slug' | 'prompt'> & {
  readonly points: readonly Point[];
  readonly misconceptions: readonly Misconception[];
};
