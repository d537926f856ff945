// Prints the stories of a file for a reader who labels them: numbered sentences, without any label.
// Usage: show-stories.ts FILE
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const storyFile = z.object({
  stories: z.array(z.object({ id: z.string(), sentences: z.array(z.tuple([z.string(), z.string()])) })),
});

const [file] = process.argv.slice(2);
if (!file) throw new Error('Name a file of stories: show-stories.ts tools/train-story/data/test/01.yaml');

for (const { id, sentences } of storyFile.parse(parse(readFileSync(file, 'utf8'))).stories) {
  console.log(`\n## ${id}`);
  for (const [index, [, text]] of sentences.entries()) console.log(`[${index + 1}] ${text}`);
}
