/** What is wrong with a file, where in it, and what to do. */
export type ModelProblem = {
  /** Keys and indexes from the root, such as `flows[3].to`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
  readonly mend: string;
};

export type Path = readonly (string | number)[];

export const problemAt = (path: Path, message: string, mend: string): ModelProblem => ({
  path: written(path),
  message,
  mend,
});

export function written(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`))
    .join('');
}

/** What of a file had no place in the other format. */
export type Loss = { readonly where: string; readonly what: string };

/** A model that is still to be checked, and what of the file has no place in it. */
export type Candidate = { readonly model: unknown; readonly losses: readonly Loss[] };
