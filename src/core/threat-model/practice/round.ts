export const roundModes = ['coached', 'exam', 'untimed'] as const;
export type RoundMode = (typeof roundModes)[number];

export const roundStages = ['scoping', 'model', 'threats', 'mitigations', 'twist', 'closing'] as const;
export type RoundStage = (typeof roundStages)[number];

/** How long an exam takes, in seconds. */
export const examSeconds = 3600;

/** Seconds after which an exam comes to each stage. */
const examPlan: Readonly<Record<RoundStage, number>> = {
  scoping: 0,
  model: 8 * 60,
  threats: 22 * 60,
  mitigations: 38 * 60,
  twist: 48 * 60,
  closing: 55 * 60,
};

/** Minutes that are left when an exam warns. */
const warnings = [30, 10, 5, 1] as const;

export type Announcement =
  | { readonly kind: 'stage'; readonly stage: RoundStage }
  | { readonly kind: 'time-left'; readonly minutes: number }
  | { readonly kind: 'time-up' };

/** A design round under way. */
export type Round = {
  readonly mode: RoundMode;
  /** Where the candidate works; any stage is open at any time. */
  readonly stage: RoundStage;
  /** Seconds of the clock up to which all that was due has been announced. */
  readonly heard: number;
};

export type RoundEvent =
  /** The clock stands at so many seconds of work. */
  { readonly type: 'clock'; readonly seconds: number } | { readonly type: 'go'; readonly stage: RoundStage };

export type RoundStep = { readonly round: Round; readonly said: readonly Announcement[] };

/** A round from where it stands; what was due before is not announced again. */
export const beginRound = (mode: RoundMode, stage: RoundStage, seconds: number): Round => ({
  mode,
  stage,
  heard: seconds === 0 ? -1 : seconds,
});

/**
 * What an event makes of a round, and what the interviewer then says: in an exam the stages as their time comes,
 * warnings, and that time is up. After a gap only the last of each kind is said. Time never ends or moves a round:
 * the candidate does.
 */
export function stepRound(round: Round, event: RoundEvent): RoundStep {
  if (event.type === 'go') return { round: { ...round, stage: event.stage }, said: [] };
  const { seconds } = event;
  if (seconds <= round.heard) return { round, said: [] };
  const said = round.mode === 'exam' ? dueBetween(round, seconds) : [];
  return { round: { ...round, heard: seconds }, said };
}

function dueBetween({ stage, heard }: Round, seconds: number): readonly Announcement[] {
  const isDue = (at: number): boolean => at > heard && at <= seconds;
  const ahead = roundStages.slice(roundStages.indexOf(stage) + (heard < 0 ? 0 : 1));
  const announced = ahead.findLast((next) => isDue(examPlan[next]));
  const stages: readonly Announcement[] = announced ? [{ kind: 'stage', stage: announced }] : [];
  if (isDue(examSeconds)) return [...stages, { kind: 'time-up' }];
  const left = warnings.findLast((minutes) => isDue(examSeconds - minutes * 60));
  return left === undefined ? stages : [...stages, { kind: 'time-left', minutes: left }];
}
