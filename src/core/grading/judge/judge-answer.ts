import type { RedFlag } from '#core/content/red-flag.ts';
import type { FlagGrade, MisconceptionGrade, Quote } from '../grade.ts';
import type { PointReading } from '../judge-point.ts';
import type { AnswerText } from '../match/answer.ts';
import type { Rubric } from '../match/rubric.ts';
import { sentenceLikeness } from '../match/sentence-likeness.ts';
import { spanQuote } from '../quote.ts';
import { calibrated, type Logistic } from './calibration.ts';
import type { Judge } from './judge.ts';
import { type ClaimReading, readClaims } from './read-claims.ts';
import { tokensIn, withJudge } from './with-judge.ts';

/** What the lexical reader found. */
export type LexicalFindings = {
  readonly points: readonly PointReading[];
  readonly misconceptions: readonly MisconceptionGrade[];
  readonly flags: readonly FlagGrade[];
};

type Task = {
  readonly question: Pick<Rubric, 'misconceptions'>;
  readonly redFlags: readonly RedFlag[];
  readonly text: AnswerText;
  readonly lexical: LexicalFindings;
};

/** Lets the judge read every point, misconception and red flag, and combines that with what the lexical reader found. */
export async function judgeAnswer(
  { reader, calibration }: Judge,
  { question, redFlags, text, lexical }: Task,
): Promise<LexicalFindings> {
  const claims = [
    ...lexical.points.map(({ point }) => point.point.claim),
    ...question.misconceptions.map(({ claim }) => claim),
    ...redFlags.map(({ claim }) => claim),
  ];
  const judged = await readClaims(reader, text.source, claims);
  const held = lexical.points.length;
  const shown = held + question.misconceptions.length;
  return {
    points: lexical.points.map((reading, index) => withJudge(calibration, text, reading, judged[index])),
    misconceptions: question.misconceptions.flatMap(({ id }, index) => {
      const known = lexical.misconceptions.find((grade) => grade.id === id);
      return findings(calibration.misconceptions, text, judged[held + index], known?.quotes).map(
        (finding) => ({
          id,
          ...finding,
        }),
      );
    }),
    flags: redFlags.flatMap(({ id }, index) => {
      const known = lexical.flags.find((grade) => grade.id === id);
      return findings(calibration.flags, text, judged[shown + index], known?.quotes).map(({ quotes }) => ({
        id,
        quotes,
      }));
    }),
  };
}

const shownFrom = 0.5;
/** The lexical reader only says whether it found something. */
const whereFound = 0.9;
const whereNotFound = 0.1;

/** The finding, when both readers together say that the answer shows it. */
function findings(
  weights: Logistic,
  text: AnswerText,
  judged: ClaimReading | undefined,
  known: readonly Quote[] | undefined,
): { readonly probability: number; readonly quotes: readonly Quote[] }[] {
  if (!judged) return [];
  const span = tokensIn(text, judged.window);
  const fluent = sentenceLikeness(text.tokens, text.fluency, span, 'sentences');
  const probability = calibrated(weights, judged.logit, known ? whereFound : whereNotFound) * fluent;
  if (probability < shownFrom) return [];
  return [{ probability: Math.round(probability * 1000) / 1000, quotes: known ?? [spanQuote(text, span)] }];
}
