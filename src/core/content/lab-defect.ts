import type { ContentPath, Finding, Severity } from './problem.ts';

/** What a rule found in a lab. `file` is relative to the lab; `path` leads into YAML, `line` is for other files. */
export type LabDefect = Finding & { readonly file: string; readonly line?: number };

type Words = readonly [message: string, mend: string];

/** A defect in `lab.yaml`. */
export const inLabFile = (rule: string, path: ContentPath, words: Words): LabDefect =>
  inYaml('lab.yaml', rule, path, words);

/** A defect in `lab.yaml` or a `fix.yaml`. */
export const inYaml = (
  file: string,
  rule: string,
  path: ContentPath,
  [message, mend]: Words,
  severity: Severity = 'error',
): LabDefect => ({ file, rule, severity, path, message, mend });

/** A defect in any other file. */
export const inText = (
  file: string,
  rule: string,
  line: number,
  [message, mend]: Words,
  severity: Severity = 'error',
): LabDefect => ({ file, rule, severity, path: [], line, message, mend });
