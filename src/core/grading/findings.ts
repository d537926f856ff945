import type { FlagGrade, MisconceptionGrade } from './grade.ts';
import { type PointReading, readPoint } from './judge-point.ts';
import type { AnswerText } from './match/answer.ts';
import type { CompiledRubric } from './match/compile-rubric.ts';
import { sentenceLikeness } from './match/sentence-likeness.ts';
import { topicOf } from './match/topic.ts';
import { findMisconceptions } from './misconceptions.ts';
import { type CompiledFlag, findFlags } from './red-flags.ts';

/** What is looked for in an answer. */
export type Sought = {
  readonly rubric: Pick<CompiledRubric, 'points' | 'misconceptions' | 'subject' | 'weigh'>;
  readonly flags: readonly CompiledFlag[];
};

/** What was found in an answer: every point with how likely it was made, the others only where they are shown. */
export type Findings = {
  readonly points: readonly PointReading[];
  readonly misconceptions: readonly MisconceptionGrade[];
  readonly flags: readonly FlagGrade[];
};

/** What the words of an answer show. */
export function lexicalFindings(text: AnswerText, { rubric, flags }: Sought): Findings {
  const setting = { weigh: rubric.weigh, topic: topicOf(text, rubric) };
  return {
    points: rubric.points.map((point) => readPoint(text, point, setting)),
    misconceptions: isFluent(text) ? findMisconceptions(text, rubric.misconceptions) : [],
    flags: findFlags(text, flags),
  };
}

const isFluent = ({ tokens, fluency }: AnswerText): boolean =>
  sentenceLikeness(tokens, fluency, { from: 0, to: tokens.length }, 'sentences') >= 0.5;
