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

export type SplitMarkdown = {
  readonly yaml: string;
  readonly body: string;
  /** Line of the file on which the body begins. */
  readonly bodyLine: number;
};

/** Cuts a Markdown file at the end of its front matter; `undefined` when it does not begin with any. */
export function splitMarkdown(source: SourceFile): SplitMarkdown | undefined {
  const text = source.text.replace(/^\uFEFF/, '');
  const match = fence.exec(text);
  if (match?.index !== 0 || match[1] === undefined) return undefined;
  const [head, yaml] = match;
  return { yaml, body: text.slice(head.length).trim(), bodyLine: head.split('\n').length };
}

/** Splits a Markdown file into its checked front matter and its body. */
export function parseMarkdownFile<T>(
  source: SourceFile,
  schema: z.ZodType<T>,
): MarkdownFile<T> | { readonly problem: Problem } {
  const split = splitMarkdown(source);
  if (!split) {
    return {
      problem: fileProblem(
        source.file,
        'front-matter-missing',
        'The file does not begin with front matter.',
        'Begin with a line `---`, the YAML, and a closing line `---`.',
      ),
    };
  }
  const { yaml, body, bodyLine } = split;
  return { frontMatter: parseYaml({ file: source.file, text: yaml }, schema, 1), body, bodyLine };
}
