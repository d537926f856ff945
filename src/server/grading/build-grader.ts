import { createGrader, type Grader } from '#core/grading/grader.ts';
import type { GradingSetup } from './protocol.ts';

/** Builds the grader inside its thread, with all that takes time to load. */
export async function buildGrader({ lexicon, redFlags }: GradingSetup): Promise<Grader> {
  return createGrader({ lexicon, redFlags });
}
