import type { Grader } from '#core/grading/grader.ts';
import { rubricFromReference } from '#core/grading/grader.ts';
import type { Reader } from './practice/reader.ts';

/** The core's grader, as the routes use it. */
export const createReader = (grader: Grader): Reader => ({
  grade: (input) => grader.grade(input),
  gradeAgainstReference: (input) => grader.gradeAgainstReference(input),
  rubricFromReference: async ({ question, modelAnswer }) => {
    const { points } = rubricFromReference({ id: 'own', question, references: [modelAnswer] });
    return { points: [...points] };
  },
  // TEMPORARY until the grader exports its scoring.
  score: (_, { points }) => {
    const score = points.filter(({ met }) => met === 'yes').length / Math.max(1, points.length);
    return { score, band: score > 0.5 ? 'yes' : 'no' };
  },
  weightOf: ({ weight }) => weight,
});
