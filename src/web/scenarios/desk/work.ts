import { longestAnswer } from '#core/content/answer.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { type ChangeLog, logModel, logStage } from '#core/threat-model/practice/change-log.ts';
import { type RoundStage, roundStages } from '#core/threat-model/practice/round.ts';
import type { SpotJudgments } from '#core/threat-model/practice/spot.ts';
import { isRecord } from '#web/ui/api/problem.ts';
import type { ScenarioSession } from '#web/ui/api/scenario-types.ts';
import type { Stored, Text } from '#web/ui/drafts/draft.ts';
import { isModelText, modelOfText, textOfModel } from '../../threat-models/page/model-text.ts';

/** All that a candidate writes in a round or in the exercise. */
export type ScenarioWork = {
  readonly stage: RoundStage;
  readonly model: ThreatModel;
  readonly twistReply: string;
  readonly log: ChangeLog;
  readonly judgments: SpotJudgments;
};

/** The work as one text for the draft keeper: the same work always gives the same text. */
export function textOfWork({ stage, model, twistReply, log, judgments }: ScenarioWork): Text {
  const sorted = Object.entries(judgments)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { verdict, reason }]) => [id, { verdict, reason }]);
  const parts = { stage, twistReply, log, judgments: Object.fromEntries(sorted) };
  return { answer: JSON.stringify({ ...parts, model: textOfModel(model).answer }), notes: '' };
}

/** Reads what `textOfWork` wrote. */
export function workOfText({ answer }: Pick<Text, 'answer'>): ScenarioWork {
  const { model, ...parts } = JSON.parse(answer) as Omit<ScenarioWork, 'model'> & { readonly model: string };
  return { ...parts, model: modelOfText({ answer: model }) };
}

/** Whether a text is such work; what lies in the browser's storage may be damaged. */
export function isWork({ answer }: Text): boolean {
  try {
    const work: unknown = JSON.parse(answer);
    if (!isRecord(work)) return false;
    const { stage, model, twistReply, log, judgments } = work;
    const isStage = roundStages.some((each) => each === stage);
    const isModel = typeof model === 'string' && isModelText({ answer: model, notes: '' });
    return isStage && isModel && typeof twistReply === 'string' && Array.isArray(log) && isRecord(judgments);
  } catch {
    return false;
  }
}

/** A fact that is absent is absent in JSON too, which the type of an answer does not say. */
export const storedOf = ({
  draft,
  elapsedSeconds,
  revision,
}: Pick<ScenarioSession, 'draft' | 'elapsedSeconds' | 'revision'>): Stored => ({
  ...textOfWork(draft as ScenarioWork),
  elapsedSeconds,
  revision,
});

/** Whether some part is longer than the server takes. */
export const isTooLongForRound = (text: Text): boolean => workOfText(text).twistReply.length > longestAnswer;

/** The work after a change, with what is new in it noted in the log at this second of the clock. */
export function changed(work: ScenarioWork, change: Partial<ScenarioWork>, seconds: number): ScenarioWork {
  const next = { ...work, ...change };
  const staged = change.stage ? logStage(next.log, change.stage, seconds) : next.log;
  return { ...next, log: change.model ? logModel(staged, change.model, seconds) : staged };
}
