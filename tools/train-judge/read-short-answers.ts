// Prints what a judge and the lexical reader find in our own short answers, read against their model answers: what the
// calibration of reference mode is fitted on. Usage: read-short-answers.ts JUDGE_FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { createGrader, rubricFromReference } from '#core/grading/grader.ts';
import { openJudge } from '#server/grading/open-judge.ts';
import { loadLibrary } from '#server/packs/load-library.ts';

const subjectFile = z.object({
  questions: z.array(
    z.object({
      question: z.string(),
      claims: z.array(z.string()),
      answers: z.array(z.object({ makes: z.array(z.int()), text: z.string() })),
    }),
  ),
});

const judgeFolder = process.argv[2] ?? '';
/** None of these is trained on. */
const data = join(import.meta.dirname, 'data/short-answers-natural');
const folder = join(import.meta.dirname, '../../content/core');
const { lexicon, redFlags } = loadLibrary({ folders: [{ folder, removable: false }] });
const grader = createGrader({ lexicon, redFlags, judge: await openJudge(judgeFolder) });

for (const file of readdirSync(data)) {
  const { questions } = subjectFile.parse(parse(readFileSync(join(data, file), 'utf8')));
  for (const [number, { question, claims, answers }] of questions.entries()) {
    const id = `${file.replace('.yaml', '')}-${number + 1}`;
    const rubric = rubricFromReference({ id, question, references: [claims.join('\n')] });
    // Where a claim is cut into two, its label fits neither.
    if (rubric.points.length !== claims.length) continue;
    for (const [code, { makes, text }] of answers.entries()) {
      const { lexical, judged } = await grader.inspect({ question: rubric, answer: text });
      for (const [index, { point, probability }] of lexical.points.entries()) {
        const truth = makes.includes(index + 1);
        const judge = judged?.points[index]?.logit ?? null;
        const row = { question: id, kind: 'short', code, sort: 'reference', id: point.point.id, truth };
        console.log(JSON.stringify({ ...row, lexical: probability, judge }));
      }
    }
  }
}
