import { z } from '@hono/zod-openapi';
import { calendarDate } from './base.ts';

const figure = z.object({
  what: z.string(),
  value: z.number(),
  /** What was aimed at: at least this much, or at most. */
  target: z.number(),
  atLeast: z.boolean(),
});

/** Agreement on points; those on which the reader abstained are counted apart. */
const agreement = z.object({ points: z.int(), f1: z.number(), kappa: z.number() });
/** Kappa is null where no point was made and none was found, as in answers off the subject: F1 means nothing there. */
const byName = z.record(z.string(), agreement.extend({ kappa: z.number().nullable() }));

export const accuracyCard = z
  .object({
    measured: calendarDate,
    questions: z.int(),
    answers: z.int(),
    /** Of two readers who labeled the same answers. */
    people: agreement.nullable(),
    readers: z.object({ lexical: z.array(figure), judge: z.array(figure), both: z.array(figure) }),
    formats: byName,
    tiers: byName,
    kinds: byName,
  })
  .openapi('AccuracyCard');
export type AccuracyCard = z.infer<typeof accuracyCard>;
