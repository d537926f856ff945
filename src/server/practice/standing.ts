import type { Question } from '#core/content/question.ts';
import type { Grade, Verdict } from '#core/grading/grade.ts';
import { type NextProbe, nextProbe } from '#core/loop/interviewer.ts';
import { isWeak } from '#core/plan/schedule.ts';
import type { Attempt, Overrule, Probe } from '../storage/storage.ts';
import type { Reader, Verdicts } from './reader.ts';

/** An attempt whose grade may be shown. */
export type GradedAttempt = Attempt & { readonly grade: Grade; readonly gradedQuestion: Question };

export function isShown(attempt: Attempt): attempt is GradedAttempt {
  return attempt.state === 'graded' && attempt.grade !== null && attempt.gradedQuestion !== null;
}

export type AttemptRecord = {
  readonly attempt: GradedAttempt;
  readonly probes: readonly Probe[];
  readonly overrules: readonly Overrule[];
};

/** The grade with the candidate's overrules applied: what they say stands. */
export function afterOverrules({ attempt: { grade }, overrules }: AttemptRecord): Verdicts {
  const word = (kind: Overrule['kind'], id: string): Verdict | undefined =>
    overrules.find((overrule) => overrule.kind === kind && overrule.target === id)?.verdict;
  return {
    points: grade.points.map((point) => withVerdict(point, word('point', point.id))),
    misconceptions: grade.misconceptions.filter(({ id }) => word('misconception', id) !== 'no'),
    flags: grade.flags.filter(({ id }) => word('flag', id) !== 'no'),
  };
}

const certainty: Readonly<{ [V in Verdict]: number }> = { yes: 1, unsure: 0.5, no: 0 };

function withVerdict(point: Grade['points'][number], verdict: Verdict | undefined): Grade['points'][number] {
  return verdict === undefined ? point : { ...point, met: verdict, probability: certainty[verdict] };
}

/** Points made in the reply to a probe and not in the answer. */
export function promptedPoints(verdicts: Verdicts, probes: readonly Probe[]): ReadonlySet<string> {
  const made = probes.filter(({ kind, grade }) => kind === 'point' && grade?.points[0]?.met === 'yes');
  const targets = new Set(made.map(({ target }) => target));
  return new Set(
    verdicts.points.filter(({ id, met }) => met !== 'yes' && targets.has(id)).map(({ id }) => id),
  );
}

function withPrompted(verdicts: Verdicts, prompted: ReadonlySet<string>): Verdicts {
  return {
    ...verdicts,
    points: verdicts.points.map((point) => withVerdict(point, prompted.has(point.id) ? 'yes' : undefined)),
  };
}

/** The probe that waits for an answer, or the next one to ask; nothing when the interviewer is done. */
export function comingProbe(record: AttemptRecord, reader: Reader): Probe | NextProbe | undefined {
  const waiting = record.probes.find(({ answeredAt }) => answeredAt === null);
  if (waiting) return waiting;
  const { gradedQuestion: question } = record.attempt;
  const verdicts = afterOverrules(record);
  const { band } = reader.score(question, withPrompted(verdicts, promptedPoints(verdicts, record.probes)));
  return nextProbe({ question, grade: verdicts, asked: record.probes, strong: !isWeak(band) });
}
