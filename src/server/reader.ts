import { explainScore, pointWeight, rubricFromReference, scoreVerdicts } from '#core/grading/grader.ts';
import type { Reader } from './practice/reader.ts';

/** The core's grader, wherever it runs, as the routes use it; what is quick is done here. */
export const createReader = (grader: Pick<Reader, 'grade' | 'gradeAgainstReference'>): Reader => ({
  grade: grader.grade,
  gradeAgainstReference: grader.gradeAgainstReference,
  rubricFromReference: ({ question, modelAnswer }) =>
    rubricFromReference({ id: 'own', question, references: [modelAnswer] }).points,
  score: scoreVerdicts,
  explain: explainScore,
  weightOf: pointWeight,
});
