import { z } from 'zod';
import { linesOf } from './lines.ts';

/** What is wrong with one line, and what to do about it. */
export class LineError extends Error {
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

const identified = z.object({ id: z.union([z.string(), z.number()]) });

/**
 * Reads JSON Lines and prints what `work` makes of each, a line for a line and in order; empty lines are passed
 * over. In the place of a bad line stands `{id, error: {message, mend}}` (`id` where it has one), and the
 * program will exit with status 1.
 */
export async function eachLine<T>(
  file: string,
  schema: z.ZodType<T>,
  work: (line: T) => Promise<object>,
): Promise<void> {
  let number = 0;
  let bad = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    if (text.trim() === '') continue;
    let input: unknown;
    try {
      input = parse(text);
      console.log(JSON.stringify(await work(check(schema, input))));
    } catch (error) {
      bad += 1;
      console.log(JSON.stringify(refusal(number, input, error)));
    }
  }
  if (bad === 0) return;
  console.error(`${bad} of ${number} lines could not be graded; "error" in their place says why.`);
  process.exitCode = 1;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new LineError('This is not JSON.', 'Write one JSON object on each line.');
  }
}

function check<T>(schema: z.ZodType<T>, input: unknown): T {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`);
  throw new LineError(
    faults.join('; '),
    'Correct what is named here; hotseat grade --help lists the fields.',
  );
}

function refusal(line: number, input: unknown, error: unknown): object {
  const known = identified.safeParse(input);
  const message = `Line ${line}: ${error instanceof Error ? error.message : String(error)}`;
  const mend =
    error instanceof LineError ? error.mend : 'Grade this line alone, and report it if it happens again.';
  return { ...(known.success && { id: known.data.id }), error: { message, mend } };
}
