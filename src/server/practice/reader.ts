import type { Point, Question } from '#core/content/question.ts';
import type { Band } from '#core/content/vocabulary.ts';
import type { Grade, PointGrade } from '#core/grading/grade.ts';
import type { Rubric } from '#core/grading/match/rubric.ts';
import type { ScoreExplanation } from '#core/grading/score.ts';

/** The parts of a grade that its score follows from. */
export type Verdicts = Pick<Grade, 'points' | 'misconceptions' | 'flags'>;

/** The answer could not be graded now. The message tells the candidate why. */
export class GradingError extends Error {
  readonly kind: 'too-long' | 'stopped';
  constructor(kind: GradingError['kind'], message: string) {
    super(message);
    this.name = 'GradingError';
    this.kind = kind;
  }
}

/** The reader of answers, as the routes use it; the composition root builds it from the core's grader. */
export type Reader = {
  /** This and the next may throw a `GradingError`. */
  grade(input: { readonly question: Rubric; readonly answer: string }): Promise<Grade>;
  gradeAgainstReference(input: {
    readonly id: string;
    readonly question: string;
    readonly references: readonly string[];
    readonly answer: string;
  }): Promise<Pick<Grade, 'score'> & { readonly points: readonly Pick<PointGrade, 'quotes'>[] }>;
  /** The points of a model answer. */
  rubricFromReference(input: { readonly question: string; readonly modelAnswer: string }): readonly Point[];
  /** Scores verdicts that were changed by overrules or by points made after a probe. */
  score(question: Question, verdicts: Verdicts): { readonly score: number; readonly band: Band };
  /** The score with all that it follows from. */
  explain(question: Question, verdicts: Verdicts): ScoreExplanation;
  weightOf(point: Point): number;
};
