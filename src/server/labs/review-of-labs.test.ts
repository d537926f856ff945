// Ground truth and grading together: on each shipped lab, who knows scores 1 and who guesses next to nothing.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createGrader } from '#core/grading/grader.ts';
import type { ReviewFinding } from '#core/review/finding.ts';
import { gradeReview } from '#core/review/grade-review.ts';
import {
  carefulGrep,
  everyFile,
  everyLine,
  keywordGrep,
  oracle,
  sinkGrep,
} from '#core/review/reviewers-for-tests.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { explanationScorer } from './score-explanation.ts';

const library = openLibrary({
  folders: [{ folder: join(import.meta.dirname, '../../../content/core'), removable: false }],
});
const grader = createGrader({ lexicon: library.lexicon, redFlags: library.redFlags });
const labs = [...library.labs.keys()].flatMap((slug) => library.lab(slug) ?? []);

describe.each(labs.map((lab) => [lab.slug, lab] as const))('%s', (_, lab) => {
  const scoreOf = async (findings: readonly ReviewFinding[]): Promise<number> =>
    (await gradeReview({ truth: lab, findings, scoreExplanation: explanationScorer(grader, lab) })).score;

  it('gives everything to a reviewer who reports what is there', async () => {
    expect(await scoreOf(oracle(lab))).toBe(1);
  });

  it.each([
    ['nothing', () => []],
    ['every line', everyLine],
    ['every file', everyFile],
    ['every keyword', keywordGrep],
    ['keywords in code', carefulGrep],
    ['dangerous calls', sinkGrep],
  ] as const)('gives next to nothing for reporting %s', async (_, review) => {
    expect(await scoreOf(review(lab))).toBeLessThanOrEqual(0.1);
  });
});
