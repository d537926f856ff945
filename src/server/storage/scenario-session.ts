import type { ThreatModel } from '#core/threat-model/document.ts';
import type { ModelGrade } from '#core/threat-model/grading/model-grade.ts';
import type { ChangeLog } from '#core/threat-model/practice/change-log.ts';
import type { FollowUp } from '#core/threat-model/practice/follow-ups.ts';
import type { GivenNudge } from '#core/threat-model/practice/nudges.ts';
import type { RoundMode, RoundStage } from '#core/threat-model/practice/round.ts';
import type { Asked } from '#core/threat-model/practice/scoping.ts';
import type { SpotGrade, SpotJudgments } from '#core/threat-model/practice/spot.ts';
import type { Instant } from './instant.ts';

/** A design round in one of its modes, or the exercise of telling fabricated threats from real ones. */
export type ScenarioMode = RoundMode | 'spot';

/** What the candidate writes. */
export type ScenarioDraft = {
  readonly stage: RoundStage;
  readonly model: ThreatModel;
  readonly twistReply: string;
  readonly log: ChangeLog;
  /** Of the exercise alone. */
  readonly judgments: SpotJudgments;
};

/** How a reply fits what was expected, 0..1; null where nothing can tell. */
export type ReplyGrade = { readonly score: number | null };

export type AnsweredFollowUp = FollowUp & {
  /** Also what was written and not yet sent off. */
  readonly answer: string;
  /** Null while it is open, and when it was passed over. */
  readonly answeredAt: Instant | null;
  readonly grade: ReplyGrade | null;
};

/** What came of a round so far. */
export type ScenarioResults = {
  /** The order of the exercise follows from it. */
  readonly seed: number;
  readonly asked: readonly Asked[];
  readonly nudges: readonly GivenNudge[];
  /** Second of the clock at which the twist was told. */
  readonly twistAt: number | null;
  readonly handedInAt: Instant | null;
  readonly grade: ModelGrade | null;
  readonly twist: ReplyGrade | null;
  readonly followUps: readonly AnsweredFollowUp[];
  readonly spot: SpotGrade | null;
};

export const noScenarioResults = (seed: number): ScenarioResults => ({
  ...{ seed, asked: [], nudges: [], twistAt: null, handedInAt: null },
  ...{ grade: null, twist: null, followUps: [], spot: null },
});

/** One go at a scenario. */
export type ScenarioSession = {
  readonly id: string;
  readonly scenario: string;
  readonly mode: ScenarioMode;
  /**
   * `open`: being worked on. `asked`: handed in and graded, the follow-ups are open and the grade is hidden.
   * `closed`: the grade is shown.
   */
  readonly state: 'open' | 'asked' | 'closed';
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly elapsedSeconds: number;
  /** Goes up by one with every accepted write of the draft. */
  readonly revision: number;
  readonly draft: ScenarioDraft;
  readonly results: ScenarioResults;
  /** 0..1; null before it is handed in. */
  readonly score: number | null;
};

export type ScenarioOutline = Omit<ScenarioSession, 'draft' | 'results'>;

export type ScenarioDraftWrite = ScenarioDraft & {
  readonly elapsedSeconds: number;
  /** The revision that the writer last saw. */
  readonly revision: number;
  readonly at: Instant;
};

/** What a step changes beside the draft. */
export type ScenarioProgress = Pick<ScenarioSession, 'results' | 'score' | 'state'>;

export type ScenarioStart = {
  readonly scenario: string;
  readonly id: string;
  readonly at: Instant;
  readonly mode: ScenarioMode;
  readonly draft: ScenarioDraft;
  readonly seed: number;
};
