import { because } from './explain.ts';
import { lexicalFindings, type Sought } from './findings.ts';
import type { Grade, MisconceptionGrade } from './grade.ts';
import type { Judge } from './judge/judge.ts';
import { judgeAnswer } from './judge/judge-answer.ts';
import { gradeOf, vetoed } from './judge-point.ts';
import type { AnswerText } from './match/answer.ts';
import type { CompiledRubric } from './match/compile-rubric.ts';
import type { Rubric } from './match/rubric.ts';
import { scoreVerdicts } from './score.ts';

type Task = { readonly question: Rubric; readonly sought: Sought; readonly text: AnswerText };

/**
 * Grades a text that was read against a prepared rubric, by words alone or with the judge. A judge that fails costs
 * nobody the grade: the words stand, and `reader` says so.
 */
export async function gradeText({ question, sought, text }: Task, judge?: Judge): Promise<Grade> {
  const lexical = lexicalFindings(text, sought);
  const judged = judge && (await judgeAnswer(judge, { text, sought, lexical }).catch(() => undefined));
  const { points, misconceptions, flags } = judged ?? lexical;
  const graded = points.map((reading) => {
    const ruledOut = rulingOut(sought.rubric, misconceptions, reading.point.point.id);
    return ruledOut ? vetoed(reading, ruledOut) : gradeOf(reading, because(reading));
  });
  const { score, band } = scoreVerdicts(question, { points: graded, misconceptions });
  const reader = judged ? 'judge' : 'lexical';
  return { question: question.slug, score, band, points: graded, misconceptions, flags, reader };
}

/** The shown misconception after which nobody can have made the point. */
function rulingOut(
  rubric: Pick<CompiledRubric, 'misconceptions'>,
  shown: readonly MisconceptionGrade[],
  point: string,
): MisconceptionGrade | undefined {
  const ids = rubric.misconceptions
    .filter(({ contradicts }) => contradicts.includes(point))
    .map(({ id }) => id);
  return shown.find(({ id }) => ids.includes(id));
}
