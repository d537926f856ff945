export type Severity = 'error' | 'warning';

/** Where in a parsed document: keys and indexes from the root. */
export type ContentPath = readonly (string | number)[];

/** What a content rule found, before anybody knows the line. */
export type Finding = {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: ContentPath;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly mend: string;
};

/** A finding with its place in a file; `line` and `column` count from 1. */
export type Problem = Omit<Finding, 'path'> & {
  readonly file: string;
  readonly line: number;
  readonly column: number;
};
