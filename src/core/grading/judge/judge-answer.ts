import type { MisconceptionGrade } from '../grade.ts';
import type { PointReading } from '../judge-point.ts';
import type { AnswerText } from '../match/answer.ts';
import type { Rubric } from '../match/rubric.ts';
import { sentenceLikeness } from '../match/sentence-likeness.ts';
import { spanQuote } from '../quote.ts';
import { calibrated } from './calibration.ts';
import type { Judge } from './judge.ts';
import { type ClaimReading, readClaims } from './read-claims.ts';
import { tokensIn, withJudge } from './with-judge.ts';

type Lexical = {
  readonly question: Rubric;
  readonly text: AnswerText;
  readonly lexical: readonly PointReading[];
  /** Misconceptions that the lexical reader found. */
  readonly found: readonly MisconceptionGrade[];
};

type Judged = {
  readonly readings: readonly PointReading[];
  readonly misconceptions: readonly MisconceptionGrade[];
};

/** Lets the judge read every point and misconception, and combines that with what the lexical reader found. */
export async function judgeAnswer(
  judge: Judge,
  { question, text, lexical, found }: Lexical,
): Promise<Judged> {
  const points = lexical.map(({ point }) => point.point.claim);
  const mistakes = question.misconceptions.map(({ claim }) => claim);
  const judged = await readClaims(judge.reader, text.source, [...points, ...mistakes]);
  const { calibration } = judge;
  return {
    readings: lexical.map((reading, index) => withJudge(calibration.points, text, reading, judged[index])),
    misconceptions: question.misconceptions.flatMap(({ id }, index) => {
      const own = judged[points.length + index];
      return own ? held(judge, text, { id, own, known: found.find((grade) => grade.id === id) }) : [];
    }),
  };
}

type Suspicion = {
  readonly id: string;
  readonly own: ClaimReading;
  readonly known: MisconceptionGrade | undefined;
};

const heldFrom = 0.5;

function held({ calibration }: Judge, text: AnswerText, { id, own, known }: Suspicion): MisconceptionGrade[] {
  const span = tokensIn(text, own.window);
  const fluent = sentenceLikeness(text.tokens, text.fluency, span, 'sentences');
  const probability = calibrated(calibration.misconceptions, own.logit, known ? 0.9 : 0.1) * fluent;
  if (probability < heldFrom) return [];
  return [
    {
      id,
      probability: Math.round(probability * 1000) / 1000,
      quotes: known?.quotes ?? [spanQuote(text, span)],
    },
  ];
}
