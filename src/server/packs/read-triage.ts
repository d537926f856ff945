import { basename } from 'node:path';
import type { ContentPath, Finding, Problem } from '#core/content/problem.ts';
import { identifier } from '#core/content/question.ts';
import { type TriageSet, triageFile } from '#core/content/triage.ts';
import { checkTriage } from '#core/content/triage-rules.ts';
import { readCvss } from '#core/review/cvss.ts';
import { weaknesses } from '#core/review/cwe/tree.ts';
import { expertAnswer, sortedAnswer } from '#core/triage/answers-of.ts';
import { gradeTriage } from '#core/triage/grade-triage.ts';
import { readYaml } from './read-yaml.ts';
import { fileProblem } from './source-file.ts';

export type TriageReading = {
  /** `undefined` when the file has an error. */
  readonly set: TriageSet | undefined;
  /** All of them; the file is named relative to the pack. */
  readonly problems: readonly Problem[];
};

/** Score at least that an expert's own answer gets, and at most that of sorting by CVSS. */
const limits = { expert: 0.9, cvss: 0.6 } as const;

/** Reads and checks the triage set in `file` (`triage/<slug>.yaml`) of the pack in `folder`. */
export function readTriage(folder: string, file: string, pack: string): TriageReading {
  const slug = basename(file, '.yaml');
  if (!identifier.safeParse(slug).success) {
    const mend = 'Use lower-case words joined by hyphens.';
    const message = 'The name of a triage set is no identifier.';
    return { set: undefined, problems: [fileProblem(file, 'triage-name', message, mend)] };
  }
  const { value, problems, place } = readYaml(folder, file, triageFile);
  if (!value) return { set: undefined, problems };
  const set = { ...value, slug, pack };
  const shape = [...checkTriage(set), ...unknownNumbers(set)];
  const found = shape.length > 0 ? shape : unfairScores(set);
  const located = found.map(({ path, ...rest }): Problem => ({ file, ...place(path), ...rest }));
  return { set: found.length > 0 ? undefined : set, problems: [...problems, ...located] };
}

/** The base score of a vector that has been checked. */
export function cvssScore(vector: string): number {
  const read = readCvss(vector);
  return read.ok ? read.score : 0;
}

const error = (rule: string, path: ContentPath, message: string, mend: string): Finding => ({
  ...{ rule, severity: 'error', path, message, mend },
});

const unknownNumbers = ({ findings }: TriageSet): Finding[] =>
  findings.flatMap(({ cvss, cwe }, index) => {
    const read = readCvss(cvss);
    const found: Finding[] = [];
    if (!read.ok)
      found.push(error('bad-cvss', ['findings', index, 'cvss'], read.message, 'Correct the vector.'));
    if (!weaknesses.has(cwe))
      found.push(
        error(
          'unknown-cwe',
          ['findings', index, 'cwe'],
          `There is no CWE-${cwe}.`,
          'Name a weakness of the list.',
        ),
      );
    return found;
  });

/** The drill is worth nothing where its own experts fail, or where sorting by one number passes. */
function unfairScores(set: TriageSet): Finding[] {
  const weak = set.experts.flatMap((expert, index) => {
    const { score } = gradeTriage(set, expertAnswer(set, expert));
    if (score >= limits.expert) return [];
    const message = `The expert's own answer scores ${score.toFixed(2)}; ${limits.expert} is the least.`;
    return [error('expert-scores-low', ['experts', index], message, 'Let each why name what decides.')];
  });
  const scoreOf = new Map(set.findings.map(({ id, cvss }) => [id, cvssScore(cvss)]));
  const { score } = gradeTriage(
    set,
    sortedAnswer(set, (id) => scoreOf.get(id) ?? 0),
  );
  if (score <= limits.cvss) return weak;
  const message = `Sorting by CVSS scores ${score.toFixed(2)}; ${limits.cvss} is the most.`;
  return [...weak, error('cvss-scores-high', ['findings'], message, 'Add findings that only look severe.')];
}
