import { z } from 'zod';
import { triageAspects } from '#core/content/triage.ts';
import { triageAnswer } from '#core/triage/answer.ts';
import type { TriageGrade } from '#core/triage/triage-grade.ts';

/* As in `record-schemas.ts`: looser than what the program writes today, so that old exports stay readable. */
const share = z.number().min(0).max(1);
const part = z.looseObject({ score: share, because: z.string() });
const explained = { id: z.string(), because: z.string() };
const place = z.int().min(1);
const aspect = z.enum(triageAspects);

export const triageDraftSchema = triageAnswer;

export const triageGradeSchema: z.ZodType<TriageGrade> = z.looseObject({
  set: z.string(),
  score: share,
  expert: z.string(),
  parts: z.looseObject({ chosen: part, order: part, rejected: part, reasons: part }),
  choices: z.array(
    z.looseObject({
      ...explained,
      verdict: z.enum(['right', 'swapped', 'can-wait', 'duplicate', 'false-positive']),
    }),
  ),
  late: z.array(z.looseObject({ ...explained, place: place.nullable(), expertPlace: place })),
  rejections: z.array(z.looseObject({ ...explained, verdict: z.enum(['right', 'duplicate', 'real']) })),
  kept: z.array(z.looseObject({ ...explained, words: z.string() })),
  reasons: z.array(
    z.looseObject({
      id: z.string(),
      score: share,
      named: z.array(
        z.looseObject({
          aspect,
          quote: z.looseObject({ text: z.string(), start: z.int(), end: z.int() }),
        }),
      ),
      missing: z.array(aspect),
    }),
  ),
  expertOrder: z.array(z.string()),
});
