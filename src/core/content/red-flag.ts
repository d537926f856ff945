import { z } from 'zod';
import { redFlagIds } from './vocabulary.ts';

const phrase = z.string().trim().min(1).max(200);

/** `red-flags/<id>.yaml`: one of the five ways of talking that lose offers. */
export const redFlag = z.strictObject({
  id: z.enum(redFlagIds),
  title: z.string().trim().min(1).max(80),
  /** Why interviewers mind. */
  why: z.string().trim().min(1).max(800),
  /** What is true of a speaker who shows it, in one sentence: the judge reads for this. */
  claim: z.string().trim().min(1).max(300),
  /** Sentences that show the flag. */
  shows: z.array(phrase).min(8).max(200),
  /** Sentences close to those that do not show it: reported speech, rejection, a stated limit. */
  clean: z.array(phrase).min(8).max(200),
  /** Short phrases that show it wherever they stand unnegated; words match in order, a few may stand between. */
  phrases: z.array(phrase).min(1).max(200),
  /** What to say in its place. */
  better: z
    .array(z.strictObject({ instead: phrase, say: z.string().trim().min(1).max(400) }))
    .min(2)
    .max(20),
});
export type RedFlag = z.infer<typeof redFlag>;
