import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';
import type { Tier } from '#core/content/vocabulary.ts';
import type { ThreatModel } from '../document.ts';
import type { ModelGrade } from '../grading/model-grade.ts';
import { type RoundStage, roundStages } from './round.ts';

export const loggedKinds = ['stage', 'element', 'flow', 'boundary', 'threat', 'mitigation'] as const;
export type LoggedKind = (typeof loggedKinds)[number];

/** When something was first there: seconds of the clock, what it is, and its id. */
export type LogEntry = readonly [seconds: number, kind: LoggedKind, id: string];
/** In order of time. */
export type ChangeLog = readonly LogEntry[];

/** Nobody adds more by hand; what comes later is not logged. */
export const longestLog = 2000;

/** The log with everything of the model that was not in it; the same log when there is nothing new. */
export function logModel(log: ChangeLog, model: ThreatModel, seconds: number): ChangeLog {
  const known = new Set(log.map(([, kind, id]) => `${kind} ${id}`));
  const fresh = thingsIn(model).filter(([kind, id]) => !known.has(`${kind} ${id}`));
  if (fresh.length === 0) return log;
  const entries = fresh.map(([kind, id]): LogEntry => [seconds, kind, id]);
  return [...log, ...entries].slice(0, longestLog);
}

const thingsIn = (model: ThreatModel): readonly (readonly [LoggedKind, string])[] => {
  const list = (kind: LoggedKind, things: readonly { readonly id: string }[]) =>
    things.map(({ id }) => [kind, id] as const);
  return [
    ...list('element', model.elements),
    ...list('flow', model.flows),
    ...list('boundary', model.boundaries),
    ...list('threat', model.threats),
    ...list('mitigation', model.mitigations),
  ];
};

/** The log with the stage that was entered; coming back to the stage that is open is no change. */
export function logStage(log: ChangeLog, stage: RoundStage, seconds: number): ChangeLog {
  const last = log.findLast(([, kind]) => kind === 'stage');
  return last?.[2] === stage ? log : [...log, [seconds, 'stage', stage] as const].slice(0, longestLog);
}

/** How a round went over time; times in seconds of the clock. */
export type Story = {
  readonly seconds: number;
  /** One after the other; a stage that was come back to is there again. */
  readonly stages: readonly { readonly stage: RoundStage; readonly from: number; readonly to: number }[];
  /** Those of the handed-in model, by the time they were first written. */
  readonly threats: readonly {
    readonly id: string;
    readonly title: string;
    readonly stride: StrideCategory;
    readonly at: number;
    /** Of the threat of the scenario that it is; null when it is none. */
    readonly tier: Tier | null;
  }[];
  /** When the first threat that must be there was written; null when none was. */
  readonly firstMust: number | null;
};

/** Tells a round from its log, the model that was handed in and its grade. */
export function storyOf(
  log: ChangeLog,
  {
    model,
    grade,
    seconds,
  }: { readonly model: ThreatModel; readonly grade: ModelGrade; readonly seconds: number },
): Story {
  const end = Math.max(seconds, ...log.map(([at]) => at));
  const times = new Map(log.flatMap(([at, kind, id]) => (kind === 'threat' ? [[id, at] as const] : [])));
  const tiers = new Map(
    grade.matched
      .filter(({ kind }) => kind === 'threat')
      .flatMap(({ candidates, tier }) => candidates.map((id) => [id, tier] as const)),
  );
  const threats = model.threats
    .map(({ id, title, stride }) => ({
      id,
      title,
      stride,
      at: times.get(id) ?? end,
      tier: tiers.get(id) ?? null,
    }))
    .sort((a, b) => a.at - b.at);
  return {
    seconds: end,
    stages: stagesOf(log, end),
    threats,
    firstMust: threats.find(({ tier }) => tier === 'must')?.at ?? null,
  };
}

function stagesOf(log: ChangeLog, end: number): Story['stages'] {
  const entered = log.flatMap(([from, kind, id]) => {
    const stage = kind === 'stage' ? roundStages.find((each) => each === id) : undefined;
    return stage ? [{ stage, from }] : [];
  });
  return entered.map(({ stage, from }, index) => ({ stage, from, to: entered[index + 1]?.from ?? end }));
}
