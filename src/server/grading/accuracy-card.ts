import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { judgeFolder } from './build-grader.ts';

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

const accuracyCard = z.object({
  /** Day of the measurement, YYYY-MM-DD. */
  measured: z.iso.date(),
  questions: z.int(),
  answers: z.int(),
  /** Of two people on the same answers. */
  people: agreement.nullable(),
  readers: z.object({ lexical: z.array(figure), judge: z.array(figure), both: z.array(figure) }),
  formats: byName,
  tiers: byName,
  kinds: byName,
});
export type AccuracyCard = z.infer<typeof accuracyCard>;

/** What was measured of the readers that are shipped; see `bench/judge.ts`. Throws when the file is broken. */
export const readAccuracyCard = (folder: string = judgeFolder): AccuracyCard =>
  accuracyCard.parse(JSON.parse(readFileSync(join(folder, 'accuracy.json'), 'utf8')));
