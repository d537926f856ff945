import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use a time such as 07:30');

const settings = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']),
  pageSize: z.int().min(10).max(100),
  notify: z.strictObject({
    mail: z.boolean(),
    push: z.boolean(),
    quiet: z.strictObject({ from: clock, to: clock }),
  }),
  columns: z.array(z.enum(['title', 'owner', 'changed', 'size', 'tags'])).min(1).max(5),
  // Each integration keeps what it likes under its own name.
  extensions: z.record(z.string().max(40), z.looseObject({})),
});

/** The problem with these settings in words, or undefined when they are fine. */
export function problemWith(candidate) {
  const { error } = settings.safeParse(candidate);
  return error && z.prettifyError(error);
}
