import { type Grader, pointWeight, rubricFromReference, scoreVerdicts } from '#core/grading/grader.ts';
import type { Reader } from './practice/reader.ts';

/** The core's grader, as the routes use it. */
export const createReader = (grader: Grader): Reader => ({
  grade: grader.grade,
  gradeAgainstReference: grader.gradeAgainstReference,
  rubricFromReference: ({ question, modelAnswer }) =>
    rubricFromReference({ id: 'own', question, references: [modelAnswer] }).points,
  score: scoreVerdicts,
  weightOf: pointWeight,
});
