import type { Lab, LabFinding } from '#core/content/lab.ts';
import type { Grader, Rubric } from '#core/grading/grader.ts';
import type { ExplanationScore } from '#core/review/judge-finding.ts';

/** Scores explanations of a lab's findings against the points of each by the answer grader. */
export function explanationScorer(grader: Pick<Grader, 'grade'>, lab: Lab): ExplanationScore {
  const rubrics = new Map<LabFinding, Rubric>(
    lab.findings.map((finding) => [
      finding,
      {
        slug: `${lab.slug}/${finding.id}`,
        prompt: lab.explain.prompt,
        points: finding.points,
        misconceptions: lab.explain.misconceptions,
      },
    ]),
  );
  return async (answer, finding) => {
    const question = rubrics.get(finding);
    return question ? (await grader.grade({ question, answer })).score : 0;
  };
}
