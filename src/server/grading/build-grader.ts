import { fileURLToPath } from 'node:url';
import { createGrader, type Grader } from '#core/grading/grader.ts';
import type { Judge } from '#core/grading/judge/judge.ts';
import type { GradingSetup } from './protocol.ts';

/** Where the weights of the judge are shipped. */
export const judgeFolder = fileURLToPath(new URL('../../../models/judge', import.meta.url));

/** Builds the grader, with all that takes time to load; where the judge cannot run, words stand in and the grade says so. */
export async function buildGrader({ lexicon, redFlags }: Omit<GradingSetup, 'threatRules'>): Promise<Grader> {
  const found = await tryJudge();
  return createGrader({ lexicon, redFlags, ...('judge' in found ? { judge: found.judge } : {}) });
}

/** Loads the judge, or says why it cannot run here. */
export async function tryJudge(
  folder: string = judgeFolder,
): Promise<{ readonly judge: Judge } | { readonly why: string }> {
  try {
    const { openJudge } = await import('./open-judge.ts');
    return { judge: await openJudge(folder) };
  } catch (error) {
    return { why: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

let fault: Promise<string | undefined> | undefined;

/** Why the judge cannot run on this machine; nothing when it can. Found out once. */
export function judgeFaultHere(): Promise<string | undefined> {
  fault = fault ?? tryJudge().then((found) => ('why' in found ? found.why : undefined));
  return fault;
}
