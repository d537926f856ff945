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
  // Words of the probe earn nothing, as those of the question do not.
  const asked = { ...question, prompt: `${question.prompt}\n${probe.prompt}` };
  if (probe.kind === 'point') return gradePoint(reader, asked, probe.target ?? '', reply);
  if (probe.kind === 'misconception') return gradeReasons(reader, asked, probe, reply);
  return gradeTwist(reader, question, probe, reply);
}

async function gradePoint(reader: Reader, question: Question, id: string, reply: string): Promise<Grade> {
  const points = question.points.filter((point) => point.id === id);
  const misconceptions = question.misconceptions.filter(({ contradicts }) => contradicts.includes(id));
  const grade = await reader.grade({ question: { ...question, points, misconceptions }, answer: reply });
  const [point] = grade.points;
  return point ? single(question, point, point.probability) : unreadable(question, id);
}

/** Met when the reply no longer says it and either makes a point that it ruled out or gives the correction. */
async function gradeReasons(reader: Reader, question: Question, probe: Asked, reply: string): Promise<Grade> {
  const id = probe.target ?? '';
  const held = question.misconceptions.find((item) => item.id === id);
  if (!held) return unreadable(question, id);
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
  return comparison(reader, question, probe, { reference: held.correction, name: 'the correction', reply });
}

const gradeTwist = (reader: Reader, question: Question, probe: Asked, reply: string): Promise<Grade> =>
  comparison(reader, question, probe, {
    reference: question.twist.reference,
    name: 'the reference answer',
    reply,
  });

type Compared = { readonly reference: string; readonly name: string; readonly reply: string };

async function comparison(
  reader: Reader,
  question: Question,
  probe: Asked,
  compared: Compared,
): Promise<Grade> {
  const { reference, name, reply } = compared;
  const id = probe.target ?? 'twist';
  const { score, points } = await reader.gradeAgainstReference({
    id,
    question: probe.prompt,
    references: [reference],
    answer: reply,
  });
  const quotes = points.flatMap((point) => point.quotes);
  const because = becauseOf(score, name);
  return single(
    question,
    { id, tier: 'should', met: verdictOf(score), probability: score, quotes, because },
    score,
  );
}

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

/** For an attempt whose question was imported without what the probe asked about. */
const unreadable = (question: Question, id: string): Grade => {
  const because = 'What this asked about is no longer in the question.';
  return single(question, { id, tier: 'should', met: 'unsure', probability: 0.5, quotes: [], because }, 0.5);
};

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
