import type { Finding } from '#core/content/problem.ts';
import type { Example, Question } from '#core/content/question.ts';
import type { Grade } from './grade.ts';
import type { Grader } from './grader.ts';

/**
 * Grades a question's worked answers and returns a finding for each difference from what their annotation
 * claims. An abstention on a point is only a warning.
 */
export async function checkExamples(grader: Grader, question: Question): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, example] of question.examples.entries()) {
    const grade = await grader.grade({ question, answer: example.answer });
    findings.push(
      ...differences(example, grade).map((finding) => ({
        ...finding,
        path: ['examples', index, ...finding.path],
      })),
    );
  }
  return findings;
}

function differences(example: Example, grade: Grade): Finding[] {
  const band =
    example.band === grade.band
      ? []
      : [
          finding(
            'example-band',
            'error',
            ['band'],
            `Declared ${example.band}, graded ${grade.band} (score ${grade.score.toFixed(2)}).`,
          ),
        ];
  return [
    ...band,
    ...grade.points.flatMap((point) => pointDifference(example, point)),
    ...setDifference(
      'misconceptions',
      example.misconceptions,
      grade.misconceptions.map((item) => item.id),
    ),
    ...setDifference(
      'flags',
      example.flags,
      grade.flags.map((item) => item.id),
    ),
  ];
}

function pointDifference(example: Example, point: Grade['points'][number]): Finding[] {
  const declared = example.meets.includes(point.id);
  const probability = point.probability.toFixed(2);
  switch (point.met) {
    case 'unsure':
      return [
        finding(
          'example-unsure',
          'warning',
          ['meets'],
          `The reader is not sure about \`${point.id}\` (${probability}).`,
        ),
      ];
    case 'no':
      return declared
        ? [
            finding(
              'example-point-missed',
              'error',
              ['meets'],
              `Declared met, graded not met: \`${point.id}\` (${probability}).`,
            ),
          ]
        : [];
    case 'yes': {
      const quote = point.quotes[0]?.text ?? '';
      return declared
        ? []
        : [
            finding(
              'example-point-invented',
              'error',
              ['meets'],
              `Not declared, graded met: \`${point.id}\` (${probability}), for "${quote}".`,
            ),
          ];
    }
  }
}

function setDifference(
  key: 'misconceptions' | 'flags',
  declared: readonly string[],
  graded: readonly string[],
): Finding[] {
  return [
    ...declared
      .filter((id) => !graded.includes(id))
      .map((id) => finding(`example-${key}`, 'error', [key], `Declared but not found: \`${id}\`.`)),
    ...graded
      .filter((id) => !declared.includes(id))
      .map((id) => finding(`example-${key}`, 'error', [key], `Found but not declared: \`${id}\`.`)),
  ];
}

const finding = (
  rule: string,
  severity: Finding['severity'],
  path: Finding['path'],
  message: string,
): Finding => ({
  rule,
  severity,
  path,
  message,
  mend: 'Correct the annotation if it is wrong; else widen or tighten the rubric so that others are graded right too.',
});
