import type { LabSession } from '#web/ui/api/lab-types.ts';
import { points } from '../lab-labels.ts';

export const stepNames = ['spot', 'exploit', 'fix', 'explain'] as const;
export type StepName = (typeof stepNames)[number];
export type Step = {
  readonly name: StepName;
  readonly title: string;
  readonly state: 'locked' | 'open' | 'done';
  readonly note: string;
};

type Progress = Pick<
  LabSession,
  'review' | 'exploited' | 'passedAt' | 'gaveUpAt' | 'explanation' | 'scores' | 'runs'
>;

/** The four steps with how far each is; all but the first are closed until the review is handed in. */
export function stepsOf(session: Progress, findings: number): readonly Step[] {
  const { review, exploited, passedAt, explanation, scores } = session;
  const flaws = review?.truth.length ?? 0;
  const rest = review ? 'open' : 'locked';
  const fixed = passedAt !== null || session.gaveUpAt !== null;
  return [
    {
      ...{ name: 'spot', title: 'Spot', state: review ? 'done' : 'open' },
      note: review
        ? scored(scores.review)
        : `${findings === 0 ? 'no' : findings} findings`.replace(/^1 .*/, '1 finding'),
    },
    {
      ...{ name: 'exploit', title: 'Exploit', state: review && exploited.length >= flaws ? 'done' : rest },
      note: review ? `${exploited.length} of ${flaws} shown` : 'after the review',
    },
    {
      ...{ name: 'fix', title: 'Fix', state: fixed ? 'done' : rest },
      note: fixNote(session),
    },
    {
      ...{ name: 'explain', title: 'Explain', state: explanation ? 'done' : rest },
      note: explanation ? scored(scores.explanation) : review ? 'not graded yet' : 'after the review',
    },
  ];
}

const scored = (score: number | null): string => (score === null ? '' : `${points(score)} of 100`);

function fixNote({ review, passedAt, gaveUpAt, scores, runs }: Progress): string {
  if (!review) return 'after the review';
  if (passedAt !== null) return scored(scores.fix);
  if (gaveUpAt !== null) return 'solution shown';
  return runs === 0 ? 'not run yet' : 'does not hold yet';
}

/** Where to go on: the first step that is open; the last one when all is done. */
export const nextStep = (steps: readonly Step[]): StepName =>
  steps.find(({ state }) => state === 'open')?.name ?? 'explain';

export const readStep = (value: string | undefined): StepName | undefined =>
  stepNames.find((name) => name === value);
