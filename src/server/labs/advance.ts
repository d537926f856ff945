import type { Lab } from '#core/content/lab.ts';
import { fixScore, type LabStepScores, labScore } from '#core/review/lab-score.ts';
import {
  type LabProgress,
  type LabResults,
  type LabSession,
  type LabStanding,
  standingOf,
} from '#server/storage/lab-session.ts';

/** What each step came to so far. */
export function stepScores(lab: Pick<Lab, 'hints'>, standing: LabStanding): LabStepScores {
  const costs = lab.hints.map(({ cost }) => cost);
  const passed = standing.passedAt !== null;
  return {
    review: standing.reviewScore,
    fix: passed ? fixScore(costs, standing.hintsTaken) : standing.gaveUpAt === null ? null : 0,
    explanation: standing.explanationScore,
  };
}

/** A session with changed results: its score follows, and it closes when every step is done. */
export function progressOf(
  lab: Pick<Lab, 'hints'>,
  session: LabSession,
  change: Partial<LabResults>,
): LabProgress {
  const results = { ...session.results, ...change };
  const fixed = results.passedAt !== null || results.gaveUpAt !== null;
  const done = results.review !== null && fixed && results.explanation !== null;
  return {
    results,
    score: labScore(stepScores(lab, standingOf(results))),
    state: done ? 'closed' : session.state,
  };
}
