import { z } from 'zod';

const phrase = z.string().trim().min(1).max(80);

/** One concept of the field and the ways people write and say it. */
export const lexiconEntry = z.strictObject({
  /** The form that every alias is read as. */
  term: phrase,
  /** Acronyms and synonyms that mean the same. */
  aliases: z.array(phrase).max(60).default([]),
  /** What a speech recognizer writes when somebody says it. */
  spoken: z.array(phrase).max(40).default([]),
});
export type LexiconEntry = z.infer<typeof lexiconEntry>;

/** `lexicon/<name>.yaml`. */
export const lexiconFile = z.strictObject({ entries: z.array(lexiconEntry).min(1).max(2000) });
