import type { Lab, LabFinding } from '#core/content/lab.ts';
import type { Rubric } from '#core/grading/match/rubric.ts';

/** What the explanation of one finding is graded against. Only words that the reviewer has read count as an echo. */
export const findingRubric = (lab: Lab, { id, points }: LabFinding): Rubric => ({
  slug: `${lab.slug}/${id}`,
  prompt: `${lab.title}. ${lab.summary}`,
  format: 'review-code',
  points,
  misconceptions: lab.explain.misconceptions,
});

/** What the words to the developer are graded against: all findings, and what the lab asks beyond them. */
export const explanationRubric = (lab: Lab): Rubric => ({
  slug: lab.slug,
  prompt: lab.explain.prompt,
  format: 'review-code',
  points: [...lab.findings.flatMap(({ points }) => points), ...lab.explain.points],
  misconceptions: lab.explain.misconceptions,
});
