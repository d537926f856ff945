// Prints what a judge and the lexical reader find in labeled answers, a JSON line for each answer and claim: what
// the calibration is fitted on. Usage: read-answers.ts JUDGE_FOLDER QUESTION...
import { join } from 'node:path';
import { createGrader } from '#core/grading/grader.ts';
import { lexicalShown } from '#core/grading/judge/judge-answer.ts';
import { openJudge } from '#server/grading/open-judge.ts';
import { loadLibrary } from '#server/packs/load-library.ts';
import { labeledAnswers } from './labeled-answers.ts';

const folder = join(import.meta.dirname, '../../content/core');
const [judgeFolder = '', ...slugs] = process.argv.slice(2);
const library = loadLibrary({ folders: [{ folder, removable: false }] });
const { lexicon, redFlags } = library;
const grader = createGrader({ lexicon, redFlags, judge: await openJudge(judgeFolder) });

for (const slug of slugs) {
  const question = library.question(slug);
  if (!question) throw new Error(`There is no question ${slug}.`);
  for (const { kind, code, text, label } of labeledAnswers(slug)) {
    if (!label) continue;
    const { lexical, judged } = await grader.inspect({ question, answer: text });
    if (!judged) throw new Error('There is no judge.');
    const line = (sort: string, id: string, rest: object): void =>
      console.log(JSON.stringify({ question: slug, kind, code, sort, id, ...rest }));
    const shown = (found: readonly { readonly id: string }[], id: string): number =>
      found.some((finding) => finding.id === id) ? lexicalShown.found : lexicalShown.notFound;
    for (const [index, { point, probability }] of lexical.points.entries()) {
      const { id, tier } = point.point;
      const truth = label.unsure?.includes(id) ? null : id in (label.points ?? {});
      line('point', id, { tier, truth, lexical: probability, judge: judged.points[index]?.logit ?? null });
    }
    for (const [index, { id }] of question.misconceptions.entries()) {
      const truth = id in (label.misconceptions ?? {});
      const judge = judged.misconceptions[index]?.logit ?? null;
      line('misconception', id, { truth, lexical: shown(lexical.misconceptions, id), judge });
    }
    for (const [index, { id }] of redFlags.entries()) {
      const truth = id in (label.flags ?? {});
      line('flag', id, {
        truth,
        lexical: shown(lexical.flags, id),
        judge: judged.flags[index]?.logit ?? null,
      });
    }
  }
}
