// Prints the answers to a question for a reader who labels them: the rubric, then each answer under a code that
// does not tell its kind, with numbered sentences. Usage: show-answers.ts QUESTION
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadLibrary } from '#server/packs/load-library.ts';

type Answers = { readonly answers: readonly { readonly kind: string; readonly text: string }[] };

const root = join(import.meta.dirname, '../..');
const [slug = ''] = process.argv.slice(2);
const question = loadLibrary({
  folders: [{ folder: join(root, 'content/core'), removable: false }],
}).question(slug);
if (!question) throw new Error(`There is no question ${slug}.`);
const { answers }: Answers = parse(
  readFileSync(join(import.meta.dirname, `data/answers/${slug}.yaml`), 'utf8'),
);

console.log(`# ${slug}\n\n${question.prompt}\n`);
for (const { id, tier, claim } of question.points) console.log(`- ${id} (${tier}): ${claim}`);
console.log('\nMisconceptions');
for (const { id, claim } of question.misconceptions) console.log(`- ${id}: ${claim}`);
for (const { code, text } of answers.map(coded).sort((a, b) => (a.code < b.code ? -1 : 1))) {
  console.log(`\n## ${code}`);
  for (const [index, sentence] of sentencesOf(text).entries()) console.log(`[${index + 1}] ${sentence}`);
}

function coded({ text }: { readonly text: string }): { readonly code: string; readonly text: string } {
  return { code: createHash('sha256').update(text.trim()).digest('hex').slice(0, 6), text };
}

function sentencesOf(text: string): string[] {
  return text.trim().split(/(?<=[.!?]["'”’)]?)\s+|\n+/);
}
