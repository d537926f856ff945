import type { Findings, Sought } from '../findings.ts';
import type { Quote } from '../grade.ts';
import { logOdds } from '../log-odds.ts';
import type { AnswerText } from '../match/answer.ts';
import { calibrated, type Logistic } from './calibration.ts';
import type { ClaimReader } from './claim-reader.ts';
import { claimsOf } from './claims.ts';
import { heard } from './heard.ts';
import type { Judge } from './judge.ts';
import { type ClaimReading, readClaims } from './read-claims.ts';
import { withJudge } from './with-judge.ts';

/** What the judge found for everything that was sought, in its order; empty for an answer without words. */
export type Judged = {
  readonly points: readonly ClaimReading[];
  readonly misconceptions: readonly ClaimReading[];
  readonly flags: readonly ClaimReading[];
};

/** Reads all points, misconceptions and red flags. */
export async function judgedClaims(reader: ClaimReader, text: AnswerText, sought: Sought): Promise<Judged> {
  const { points, misconceptions } = sought.rubric;
  const read = await readClaims(reader, text, claimsOf(sought));
  const shown = points.length + misconceptions.length;
  return {
    points: read.slice(0, points.length),
    misconceptions: read.slice(points.length, shown),
    flags: read.slice(shown),
  };
}

type Task = { readonly text: AnswerText; readonly sought: Sought; readonly lexical: Findings };

/** Lets the judge read everything that is sought, and combines that with what the lexical reader found. */
export async function judgeAnswer(
  { reader, calibration }: Judge,
  { text, sought, lexical }: Task,
): Promise<Findings> {
  const judged = await judgedClaims(reader, text, sought);
  const found = (
    weights: Logistic,
    id: string,
    own: ClaimReading | undefined,
    known: readonly { readonly id: string; readonly quotes: readonly Quote[] }[],
  ) => finding(weights, text, own, known.find((grade) => grade.id === id)?.quotes);
  return {
    points: lexical.points.map((reading, index) =>
      withJudge(calibration, text, reading, judged.points[index]),
    ),
    misconceptions: sought.rubric.misconceptions.flatMap(({ id }, index) =>
      found(calibration.misconceptions, id, judged.misconceptions[index], lexical.misconceptions).map(
        (shown) => ({ id, ...shown }),
      ),
    ),
    flags: sought.flags.flatMap(({ id }, index) =>
      found(calibration.flags, id, judged.flags[index], lexical.flags).map(({ quotes }) => ({ id, quotes })),
    ),
  };
}

const shownFrom = 0.5;
/** The lexical reader only says whether it found something. */
export const lexicalShown = { found: 0.9, notFound: 0.1 } as const;

/** One finding, when both readers together say that the answer shows it. */
function finding(
  weights: Logistic,
  text: AnswerText,
  judged: ClaimReading | undefined,
  known: readonly Quote[] | undefined,
): { readonly probability: number; readonly quotes: readonly Quote[] }[] {
  if (!judged) return [];
  const { quotes, fluent } = heard(text, judged, 'sentences');
  const lexical = known ? lexicalShown.found : lexicalShown.notFound;
  const probability = calibrated(weights, { judge: judged.logit, lexical: logOdds(lexical) }) * fluent;
  if (probability < shownFrom) return [];
  return [
    {
      probability: Math.round(probability * 1000) / 1000,
      quotes: known ?? quotes,
    },
  ];
}
