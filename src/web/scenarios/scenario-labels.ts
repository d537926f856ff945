import type { RoundMode, RoundStage } from '#core/threat-model/practice/round.ts';
import type { ScenarioItem, ScenarioMode } from '#web/ui/api/scenario-types.ts';

export const modeLabels: Readonly<Record<ScenarioMode, string>> = {
  coached: 'Coached',
  exam: 'Exam',
  untimed: 'Untimed',
  spot: 'Spot the invalid threat',
};

export const modeLines: Readonly<Record<RoundMode, string>> = {
  coached: 'No limit. A coach says when a whole area is untouched, and never what the answer is.',
  exam: '60 minutes on a clock that does not stop. The interviewer announces the stages.',
  untimed: 'No limit and no help.',
};

export const stageTitles: Readonly<Record<RoundStage, string>> = {
  scoping: 'Scoping',
  model: 'Model',
  threats: 'Threats',
  mitigations: 'Mitigations',
  twist: 'Twist',
  closing: 'Closing',
};

/** What there is to do in each stage, in one line. */
export const stageLines: Readonly<Record<RoundStage, string>> = {
  scoping:
    'The brief is vague on purpose. Ask before you draw; what you ask is answered when there is an answer.',
  model: 'Draw who sends what to whom, where it is kept, and where trust changes.',
  threats: 'Write down what can go wrong: who does what, to which end, and where. The most urgent first.',
  mitigations: 'Say what to do about them and where it is built, and put the threats in order of urgency.',
  twist: 'Something changes. Say what that means for your model.',
  closing: 'Say what risk is left and what your choices cost, then hand in.',
};

export const scenarioStatusLabels: Readonly<Record<ScenarioItem['status'], string>> = {
  new: 'New',
  started: 'Under way',
  done: 'Done',
};

/** 0..1 as points of 100. */
export const points = (share: number): number => Math.round(share * 100);
