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
const byName = z.record(z.string(), agreement);

export const accuracyCard = z
  .object({
    measured: calendarDate,
    questions: z.int(),
    answers: z.int(),
    /** Of two people on the same answers. */
    people: agreement.nullable(),
    readers: z.object({ lexical: z.array(figure), judge: z.array(figure), both: z.array(figure) }),
    formats: byName,
    tiers: byName,
    kinds: byName,
  })
  .openapi('AccuracyCard');
export type AccuracyCard = z.infer<typeof accuracyCard>;
