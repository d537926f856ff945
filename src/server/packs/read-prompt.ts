import { promptFrontMatter, type QuestionPrompt } from '#core/content/question.ts';
import { splitMarkdown } from './markdown-file.ts';
import { type QuestionPlace, slugOfFile } from './read-question.ts';
import { readSourceFile } from './source-file.ts';
import { parseYaml } from './yaml-source.ts';

const promptKeys: ReadonlySet<string> = new Set(Object.keys(promptFrontMatter.shape));
const beforeKey = /\n(?=[a-z]+:(?:\s|$))/;

/**
 * Reads only the prompt, a small part of a question file, by the rules of the whole; `undefined` when that cannot
 * be done. Says nothing about the rest of the file: a full check has the last word.
 */
export function readPrompt({ folder, file, pack }: QuestionPlace): QuestionPrompt | undefined {
  const read = readSourceFile(folder, file);
  const split = 'problem' in read ? undefined : splitMarkdown(read.source);
  if (!split) return undefined;
  const { value } = parseYaml({ file, text: promptSections(split.yaml) }, promptFrontMatter);
  return value?.slug === slugOfFile(file) ? { ...value, pack } : undefined;
}

/** Leaves out what belongs to other keys of the top level, which alone begin in the first column. */
function promptSections(yaml: string): string {
  const isWanted = (section: string): boolean => {
    const key = /^([a-z]+):/.exec(section)?.[1];
    return key === undefined || promptKeys.has(key);
  };
  return `${yaml.split(beforeKey).filter(isWanted).join('\n')}\n`;
}
