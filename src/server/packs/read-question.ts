import type { Finding, Problem } from '#core/content/problem.ts';
import { type Question, questionFrontMatter } from '#core/content/question.ts';
import { checkQuestion } from '#core/content/question-rules.ts';
import { parseMarkdownFile } from './markdown-file.ts';
import { readSourceFile } from './source-file.ts';

/** Where a question stands. */
export type QuestionPlace = { readonly folder: string; readonly file: string; readonly pack: string };

/** The slug that a question in this file has to have. */
export const slugOfFile = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.md'.length);

export type QuestionFile = {
  readonly question: Question | undefined;
  readonly problems: readonly Problem[];
  /** Gives a finding on this question its place in the file. */
  locate(finding: Finding): Problem;
};

/** Reads and checks one question; the question is `undefined` when it has an error. */
export function readQuestion({ folder, file, pack }: QuestionPlace): QuestionFile {
  const failed = (problems: readonly Problem[]): QuestionFile => ({
    question: undefined,
    problems,
    locate: ({ path: _, ...finding }) => ({ file, line: 1, column: 1, ...finding }),
  });
  const read = readSourceFile(folder, file);
  if ('problem' in read) return failed([read.problem]);
  const parsed = parseMarkdownFile(read.source, questionFrontMatter);
  if ('problem' in parsed) return failed([parsed.problem]);
  const { frontMatter, body, bodyLine } = parsed;
  if (frontMatter.value === undefined) return failed(frontMatter.problems);

  const locate = ({ path, ...finding }: Finding): Problem => ({
    file,
    ...(path.length > 0 ? frontMatter.place(path) : { line: bodyLine, column: 1 }),
    ...finding,
  });
  const question: Question = { ...frontMatter.value, pack, debrief: body };
  const findings = [...slugIsFileName(question, file), ...checkQuestion(question)];
  const sound = findings.every((finding) => finding.severity !== 'error');
  return { question: sound ? question : undefined, problems: findings.map(locate), locate };
}

function slugIsFileName(question: Question, file: string): Finding[] {
  const name = slugOfFile(file);
  if (name === question.slug) return [];
  return [
    {
      rule: 'slug-is-file-name',
      severity: 'error',
      path: ['slug'],
      message: `The slug \`${question.slug}\` and the file name \`${name}\` differ.`,
      mend: 'Make them the same.',
    },
  ];
}
