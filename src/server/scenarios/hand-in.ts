import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { type FollowUp, followUps, missedThreatRubric } from '#core/threat-model/practice/follow-ups.ts';
import { revealedFacts } from '#core/threat-model/practice/scoping.ts';
import { gradeSpot, type SpotGrade, type SpotItem, spotItems } from '#core/threat-model/practice/spot.ts';
import type { Reader } from '../practice/reader.ts';
import type { ReplyGrade, ScenarioProgress, ScenarioSession } from '../storage/scenario-session.ts';
import type { ModelReader } from './model-reader.ts';
import { expectedOf } from './session-view.ts';

type Readers = { readonly reader: Reader; readonly modelReader: ModelReader };
type Work = { readonly scenario: Scenario<ThreatModel>; readonly session: ScenarioSession };

/** What handing in changes, from what was graded before: kept apart, since grading takes a while. */
export type HandedIn = (current: ScenarioSession) => ScenarioProgress;

/** Grades what is in the draft. May throw a `GradingError`; then nothing is handed in. */
export function gradeSession(readers: Readers, work: Work, at: string): Promise<HandedIn> {
  return work.session.mode === 'spot' ? gradeExercise(readers, work, at) : gradeRound(readers, work, at);
}

async function gradeRound({ reader, modelReader }: Readers, work: Work, at: string): Promise<HandedIn> {
  const { scenario, session } = work;
  const { model } = session.draft;
  const asked = revealedFacts(session.results.asked);
  const grade = await modelReader.gradeModel({ scenario, model, asked });
  const twist = await gradeTwist(reader, work);
  const open = followUps(scenario, grade, model).map((followUp) => ({
    ...followUp,
    ...{ answer: '', answeredAt: null, grade: null },
  }));
  return ({ results }) => ({
    state: open.length > 0 ? 'asked' : 'closed',
    score: grade.score,
    results: { ...results, handedInAt: at, grade, twist, followUps: open },
  });
}

async function gradeTwist(reader: Reader, { scenario, session }: Work): Promise<ReplyGrade | null> {
  const { draft, results } = session;
  if (results.twistAt === null) return null;
  const answer = draft.twistReply.trim();
  return { score: answer === '' ? 0 : await likeness(reader, scenario.twist, answer) };
}

type Expected = { readonly prompt: string; readonly reference: string };

async function likeness(reader: Reader, { prompt, reference }: Expected, answer: string): Promise<number> {
  const { score } = await reader.gradeAgainstReference({
    ...{ id: 'reply', question: prompt, references: [reference], answer },
  });
  return score;
}

async function gradeExercise(
  { reader }: Readers,
  { scenario, session }: Work,
  at: string,
): Promise<HandedIn> {
  const { judgments } = session.draft;
  const items = spotItems(scenario, session.results.seed);
  const reasons: Record<string, number> = {};
  for (const item of items) {
    const { verdict, reason = '' } = judgments[item.id] ?? {};
    if (item.ruledOut && verdict === 'reject')
      reasons[item.id] = await gradeReason(reader, scenario, item, reason);
  }
  const spot: SpotGrade = gradeSpot(items, judgments, reasons);
  return ({ results }) => ({
    state: 'closed',
    score: spot.score,
    results: { ...results, handedInAt: at, spot },
  });
}

/** Either what the author says or the fact itself is a good reason. */
async function gradeReason(
  reader: Reader,
  { facts }: Scenario<ThreatModel>,
  { claim, ruledOut }: SpotItem,
  reason: string,
): Promise<number> {
  if (reason.trim() === '' || !ruledOut) return 0;
  const says = facts.filter(({ id }) => id === ruledOut.fact).map((fact) => fact.says);
  const { score } = await reader.gradeAgainstReference({
    ...{ id: 'reason', question: claim, references: [ruledOut.why, ...says], answer: reason },
  });
  return score;
}

/** Grades the reply to a follow-up; nothing can tell where the answer hangs on what nobody has said. */
export async function gradeFollowUp(
  reader: Reader,
  { scenario, session }: Work,
  followUp: FollowUp,
  answer: string,
): Promise<ReplyGrade> {
  if (followUp.kind === 'missed-must') {
    const question = missedThreatRubric(scenario, followUp);
    if (!question) return { score: null };
    const { points } = await reader.grade({ question, answer });
    return { score: points[0]?.probability ?? null };
  }
  const reference = expectedOf(scenario, session, followUp);
  if (reference === undefined) return { score: null };
  return { score: await likeness(reader, { prompt: followUp.prompt, reference }, answer) };
}
