export type SelfScore = 1 | 2 | 3 | 4;

/** What each step means, before anything of the rubric is shown. */
export const selfScoreAnchors = [
  {
    score: 1,
    title: 'Strong no',
    meaning: 'I missed the core, or said something an interviewer would have to correct.',
  },
  {
    score: 2,
    title: 'No',
    meaning: 'Parts were there, but something essential was missing or stayed vague.',
  },
  {
    score: 3,
    title: 'Yes',
    meaning: 'The essentials were there and right, with a reason or an example behind them.',
  },
  {
    score: 4,
    title: 'Strong yes',
    meaning: 'Complete, concrete and in order; I named limits and trade-offs unasked.',
  },
] as const;
