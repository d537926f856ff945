import type { RedFlag } from '#core/content/red-flag.ts';
import { because } from './explain.ts';
import type { FlagGrade, Grade, MisconceptionGrade } from './grade.ts';
import type { Judge } from './judge/judge.ts';
import { judgeAnswer, type LexicalFindings } from './judge/judge-answer.ts';
import { gradeOf, readPoint, vetoed } from './judge-point.ts';
import type { AnswerText } from './match/answer.ts';
import type { CompiledRubric } from './match/compile-rubric.ts';
import type { Rubric } from './match/rubric.ts';
import { sentenceLikeness } from './match/sentence-likeness.ts';
import { topicOf } from './match/topic.ts';
import { findMisconceptions } from './misconceptions.ts';
import { scoreVerdicts } from './score.ts';

type Task = {
  readonly question: Rubric;
  readonly rubric: CompiledRubric;
  readonly text: AnswerText;
  readonly redFlags: readonly RedFlag[];
  readonly findFlags: (text: AnswerText) => readonly FlagGrade[];
};

/** Grades a text that was read against a prepared rubric, by words alone or with the judge. */
export async function gradeText(task: Task, judge: Judge | undefined): Promise<Grade> {
  const { question, rubric, text, redFlags } = task;
  const lexical = lexicalFindings(task);
  const { points, misconceptions, flags } = judge
    ? await judgeAnswer(judge, { question, redFlags, text, lexical })
    : lexical;
  const graded = points.map((reading) => {
    const ruledOut = rulingOut(rubric, misconceptions, reading.point.point.id);
    return ruledOut ? vetoed(reading, ruledOut) : gradeOf(reading, because(reading));
  });
  const { score, band } = scoreVerdicts(question, { points: graded, misconceptions });
  const reader = judge ? 'judge' : 'lexical';
  return { question: question.slug, score, band, points: graded, misconceptions, flags, reader };
}

function lexicalFindings({ rubric, text, redFlags, findFlags }: Task): LexicalFindings {
  const setting = { weigh: rubric.weigh, topic: topicOf(text, rubric) };
  return {
    points: rubric.points.map((point) => readPoint(text, point, setting)),
    misconceptions: isFluent(text) ? findMisconceptions(text, rubric.misconceptions) : [],
    flags: redFlags.length === 0 ? [] : findFlags(text),
  };
}

const isFluent = ({ tokens, fluency }: AnswerText): boolean =>
  sentenceLikeness(tokens, fluency, { from: 0, to: tokens.length }, 'sentences') >= 0.5;

/** The shown misconception after which nobody can have made the point. */
function rulingOut(
  rubric: CompiledRubric,
  shown: readonly MisconceptionGrade[],
  point: string,
): MisconceptionGrade | undefined {
  const ids = rubric.misconceptions
    .filter(({ contradicts }) => contradicts.includes(point))
    .map(({ id }) => id);
  return shown.find(({ id }) => ids.includes(id));
}
