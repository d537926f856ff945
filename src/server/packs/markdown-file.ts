import type { z } from 'zod';
import type { Problem } from '#core/content/problem.ts';
import { fileProblem, type SourceFile } from './source-file.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

export type MarkdownFile<T> = {
  readonly frontMatter: YamlSource<T>;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
};

const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Splits a Markdown file into its checked front matter and its body. */
export function parseMarkdownFile<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
): MarkdownFile<T> | { readonly problem: Problem } {
  const text = source.text.replace(/^\uFEFF/, '');
  const match = fence.exec(text);
  if (match?.index !== 0 || match[1] === undefined) {
    return {
      problem: fileProblem(
        source.file,
        'front-matter-missing',
        'The file does not begin with front matter.',
        'Begin with a line `---`, the YAML, and a closing line `---`.',
      ),
    };
  }
  const frontMatter = parseYaml({ file: source.file, text: match[1] }, schema, 1);
  return { frontMatter, body: text.slice(match[0].length).trim(), bodyLine: match[0].split('\n').length };
}
