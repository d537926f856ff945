import type { Question } from '#core/content/question.ts';
import type { Grade, PointGrade, Verdict } from '#core/grading/grade.ts';
import type { Probe } from '../storage/storage.ts';
import type { Reader } from './reader.ts';

type Asked = Pick<Probe, 'kind' | 'target' | 'prompt'>;

/** From which score on a reply that is compared with a reference counts as made, and as half made. */
const madeFrom = 0.6;
const unsureFrom = 0.35;

/** Grades the reply to a probe: one verdict, as the only point of the grade, named after the target. */
export function gradeReply(reader: Reader, question: Question, probe: Asked, reply: string): Promise<Grade> {
  if (probe.kind === 'point') return gradePoint(reader, question, probe.target ?? '', reply);
  if (probe.kind === 'misconception') return gradeReasons(reader, question, probe, reply);
  return gradeTwist(reader, question, probe, reply);
}

async function gradePoint(reader: Reader, question: Question, id: string, reply: string): Promise<Grade> {
  const points = question.points.filter((point) => point.id === id);
  const misconceptions = question.misconceptions.filter(({ contradicts }) => contradicts.includes(id));
  const grade = await reader.grade({ question: { ...question, points, misconceptions }, answer: reply });
  const [point] = grade.points;
  return point
    ? single(question, point, point.probability)
    : verdictOnly(question, id, 'unsure', 0.5, 'This point is no longer in the question.');
}

/** Met when the reply no longer says it and either makes a point that it ruled out or gives the correction. */
async function gradeReasons(reader: Reader, question: Question, probe: Asked, reply: string): Promise<Grade> {
  const id = probe.target ?? '';
  const held = question.misconceptions.find((item) => item.id === id);
  if (!held)
    return verdictOnly(question, id, 'unsure', 0.5, 'This misconception is no longer in the question.');
  const points = question.points.filter((point) => held.contradicts.includes(point.id));
  const grade = await reader.grade({
    question: { ...question, points, misconceptions: [held] },
    answer: reply,
  });
  const [repeated] = grade.misconceptions;
  if (repeated) {
    const because = 'You hold on to it: these words say it again.';
    return single(
      question,
      { id, tier: 'must', met: 'no', probability: 0, quotes: repeated.quotes, because },
      0,
    );
  }
  const made = grade.points.find(({ met }) => met === 'yes');
  if (made)
    return single(question, { ...made, id, because: `You took it back. ${made.because}` }, made.probability);
  const { score } = await against(reader, probe, [held.correction], reply);
  return verdictOnly(question, id, verdictOf(score), score, becauseOf(score, 'the correction'));
}

async function gradeTwist(reader: Reader, question: Question, probe: Asked, reply: string): Promise<Grade> {
  const { score } = await against(reader, probe, [question.twist.reference], reply);
  return verdictOnly(question, 'twist', verdictOf(score), score, becauseOf(score, 'the reference answer'));
}

const against = (reader: Reader, { prompt, target }: Asked, references: readonly string[], answer: string) =>
  reader.gradeAgainstReference({ id: target ?? 'twist', question: prompt, references, answer });

function verdictOf(score: number): Verdict {
  if (score >= madeFrom) return 'yes';
  return score >= unsureFrom ? 'unsure' : 'no';
}

function becauseOf(score: number, what: string): string {
  if (score >= madeFrom) return `Your reply covers most of ${what}.`;
  return score >= unsureFrom
    ? `Your reply covers a part of ${what}.`
    : `Your reply has little in common with ${what}.`;
}

const verdictOnly = (question: Question, id: string, met: Verdict, score: number, because: string): Grade =>
  single(question, { id, tier: 'should', met, probability: score, quotes: [], because }, score);

const bandOf: Readonly<{ [V in Verdict]: Grade['band'] }> = { yes: 'yes', unsure: 'no', no: 'strong-no' };

const single = (question: Question, point: PointGrade, score: number): Grade => ({
  question: question.slug,
  score,
  band: bandOf[point.met],
  points: [point],
  misconceptions: [],
  flags: [],
  reader: 'lexical',
});
