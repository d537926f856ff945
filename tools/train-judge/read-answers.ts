// Prints what a judge and the lexical reader find in labeled answers, a JSON line for each answer and claim: what
// the calibration is fitted on. Usage: read-answers.ts JUDGE_FOLDER QUESTION...
import { join } from 'node:path';
import { createGrader } from '#core/grading/grader.ts';
import { readClaims } from '#core/grading/judge/read-claims.ts';
import { openJudge } from '#server/grading/open-judge.ts';
import { loadLibrary } from '#server/packs/load-library.ts';
import { labeledAnswers } from './labeled-answers.ts';

const folder = join(import.meta.dirname, '../../content/core');
const [judgeFolder = '', ...slugs] = process.argv.slice(2);
const library = loadLibrary({ folders: [{ folder, removable: false }] });
const { reader } = await openJudge(judgeFolder);
const lexical = createGrader(library);

for (const slug of slugs) {
  const question = library.question(slug);
  if (!question) throw new Error(`There is no question ${slug}.`);
  for (const { kind, code, text, label } of labeledAnswers(slug)) {
    if (!label) continue;
    const grade = await lexical.grade({ question, answer: text });
    const held = new Set(grade.misconceptions.map(({ id }) => id));
    const shown = new Set<string>(grade.flags.map(({ id }) => id));
    const claims = [
      ...question.points.map(({ id, claim, tier }, index) => ({
        sort: 'point',
        id,
        tier,
        claim,
        lexical: grade.points[index]?.probability ?? 0,
        truth: label.unsure?.includes(id) ? null : id in (label.points ?? {}),
      })),
      ...question.misconceptions.map(({ id, claim }) => ({
        sort: 'misconception',
        id,
        claim,
        lexical: held.has(id) ? 0.9 : 0.1,
        truth: id in (label.misconceptions ?? {}),
      })),
      ...library.redFlags.map(({ id, claim }) => ({
        sort: 'flag',
        id,
        claim,
        lexical: shown.has(id) ? 0.9 : 0.1,
        truth: id in (label.flags ?? {}),
      })),
    ];
    const read = await readClaims(
      reader,
      text,
      claims.map(({ claim }) => claim),
    );
    for (const [index, { claim: _, ...rest }] of claims.entries()) {
      const line = { question: slug, kind, code, ...rest, judge: read[index]?.logit ?? null };
      console.log(JSON.stringify(line));
    }
  }
}
