import { promptFrontMatter, type QuestionPrompt } from '#core/content/question.ts';
import { splitMarkdown } from './markdown-file.ts';
import { type QuestionPlace, slugOfFile } from './read-question.ts';
import { readSourceFile } from './source-file.ts';
import { sectionsOf } from './yaml-sections.ts';
import { parseYaml } from './yaml-source.ts';

const promptKeys: ReadonlySet<string> = new Set(Object.keys(promptFrontMatter.shape));

/**
 * Reads only the prompt, a small part of a question file, by the rules of the whole; `undefined` when that cannot
 * be done. Says nothing about the rest of the file: a full check has the last word.
 */
export function readPrompt({ folder, file, pack }: QuestionPlace): QuestionPrompt | undefined {
  const read = readSourceFile(folder, file);
  const split = 'problem' in read ? undefined : splitMarkdown(read.source);
  if (!split) return undefined;
  const { value } = parseYaml({ file, text: sectionsOf(split.yaml, promptKeys) }, promptFrontMatter);
  return value?.slug === slugOfFile(file) ? { ...value, pack } : undefined;
}
