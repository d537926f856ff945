/** What a file would bring in, read in the browser before anything is sent. */
export type ImportPreview = {
  readonly document: Record<string, unknown>;
  readonly attempts: number;
  readonly ownQuestions: number;
  readonly hasSettings: boolean;
};

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Returns the reason when the text is no export of Hotseat. The server checks every field again. */
export function previewImport(text: string): ImportPreview | string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'This file is not JSON.';
  }
  if (typeof document !== 'object' || document === null || !('format' in document))
    return 'This is no export of Hotseat.';
  if (document.format !== 'hotseat-export') return 'This is no export of Hotseat.';
  const fields: Record<string, unknown> = { ...document };
  return {
    document: fields,
    attempts: lengthOf(fields.attempts),
    ownQuestions: lengthOf(fields.ownQuestions),
    hasSettings: typeof fields.settings === 'object',
  };
}
