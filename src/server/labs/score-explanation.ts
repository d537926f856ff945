import type { Lab, LabFinding } from '#core/content/lab.ts';
import type { Grader, Rubric } from '#core/grading/grader.ts';
import type { ExplanationScore } from '#core/review/judge-finding.ts';
import { findingRubric } from './lab-rubric.ts';

/** Scores explanations of a lab's findings against the points of each by the answer grader. */
export function explanationScorer(grader: Pick<Grader, 'grade'>, lab: Lab): ExplanationScore {
  const rubrics = new Map<LabFinding, Rubric>();
  return async (answer, finding) => {
    const question = rubrics.get(finding) ?? findingRubric(lab, finding);
    rubrics.set(finding, question);
    return (await grader.grade({ question, answer })).score;
  };
}
