// Prints the answers to a question for a reader who labels them: the rubric, then each answer under a code that
// does not tell its kind, with numbered sentences. Usage: show-answers.ts QUESTION
import { join } from 'node:path';
import { loadLibrary } from '#server/packs/load-library.ts';
import { labeledAnswers, sentencesOf } from './labeled-answers.ts';

const folder = join(import.meta.dirname, '../../content/core');
const [slug = ''] = process.argv.slice(2);
const question = loadLibrary({ folders: [{ folder, removable: false }] }).question(slug);
if (!question) throw new Error(`There is no question ${slug}.`);

console.log(`# ${slug}\n\n${question.prompt}\n`);
for (const { id, tier, claim } of question.points) console.log(`- ${id} (${tier}): ${claim}`);
console.log('\nMisconceptions');
for (const { id, claim } of question.misconceptions) console.log(`- ${id}: ${claim}`);
for (const { code, text } of labeledAnswers(slug).sort((a, b) => (a.code < b.code ? -1 : 1))) {
  console.log(`\n## ${code}`);
  for (const [index, sentence] of sentencesOf(text).entries()) console.log(`[${index + 1}] ${sentence}`);
}
