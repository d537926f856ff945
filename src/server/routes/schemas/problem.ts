import { z } from '@hono/zod-openapi';
import { list } from './base.ts';

/** RFC 9457, with what the user can do about it. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    mend: z.string().optional(),
    /** For bad input: each field and what is wrong with it. */
    errors: list(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
export type ProblemBody = z.infer<typeof problem>;

const currentDraft = z.object({
  answer: z.string(),
  notes: z.string(),
  elapsedSeconds: z.int(),
  revision: z.int(),
});

/** Another tab wrote first (`current` says what is stored), or the attempt is no longer a draft (no `current`). */
export const draftConflict = problem.extend({ current: currentDraft.optional() }).openapi('DraftConflict');
export const probeConflict = problem
  .extend({ current: z.object({ answer: z.string(), revision: z.int() }).optional() })
  .openapi('ProbeConflict');
