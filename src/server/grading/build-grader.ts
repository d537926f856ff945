import { fileURLToPath } from 'node:url';
import { createGrader, type Grader } from '#core/grading/grader.ts';
import type { Judge } from '#core/grading/judge/judge.ts';
import { openJudge } from './open-judge.ts';
import type { GradingSetup } from './protocol.ts';

/** Where the weights of the judge are shipped. */
export const judgeFolder = fileURLToPath(new URL('../../../models/judge', import.meta.url));

/** Builds the grader, with all that takes time to load; where the judge cannot run, words stand in and the grade says so. */
export async function buildGrader({ lexicon, redFlags }: GradingSetup): Promise<Grader> {
  const judge = await judgeIfPossible();
  return createGrader({ lexicon, redFlags, ...(judge ? { judge } : {}) });
}

async function judgeIfPossible(): Promise<Judge | undefined> {
  try {
    return await openJudge(judgeFolder);
  } catch {
    return undefined;
  }
}
