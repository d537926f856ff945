import { z } from 'zod';
import type { ReviewFinding } from '#core/review/finding.ts';
import type { ReviewGrade } from '#core/review/review-grade.ts';
import type { Verdict } from '#server/sandbox/sandbox.ts';
import type { LabResults } from './lab-session.ts';
import { gradeSchema } from './record-schemas.ts';

/* As in `record-schemas.ts`: looser than what the program writes today, so that old exports stay readable. */
const share = z.number().min(0).max(1);
const count = z.int().min(0);
const moment = z.iso.datetime({ precision: 3 }).nullable();

export const reviewFindingSchema = z.looseObject({
  file: z.string(),
  startLine: count,
  endLine: count.optional(),
  cwe: count.optional(),
  cvss: z.string().optional(),
  severity: z.enum(['none', 'low', 'medium', 'high', 'critical']).optional(),
  explanation: z.string().optional(),
  remediation: z.string().optional(),
}) as z.ZodType<ReviewFinding>;

const reviewGrade = z.looseObject({
  score: share,
  precision: share,
  recall: share,
  findings: z.array(
    z.looseObject({
      id: z.string(),
      outcome: z.enum(['found', 'partial', 'missed']),
      place: share,
      cwe: share,
      severity: share,
      explanation: share.nullable(),
      because: z.string(),
      reported: z.array(count),
    }),
  ),
  falseAlarms: z.array(
    z.looseObject({ reported: count, kind: z.enum(['distractor', 'neutral']), because: z.string() }),
  ),
  nearMisses: z.array(
    z.looseObject({
      reported: count,
      id: z.string(),
      kind: z.enum(['wrong-cwe', 'wrong-place', 'lines-off']),
      because: z.string(),
    }),
  ),
}) satisfies z.ZodType<ReviewGrade>;

const check = z.looseObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['functional', 'exploit']),
  finding: z.string().optional(),
  hidden: z.boolean(),
  status: z.enum(['pass', 'fail', 'error']),
  message: z.string(),
  request: z.string(),
  output: z.string(),
  milliseconds: z.number(),
});

const verdict = z.looseObject({
  outcome: z.enum(['pass', 'fail', 'build-failed', 'runner-failed']),
  message: z.string(),
  tests: z.array(check),
  diagnostics: z.array(
    z.looseObject({ file: z.string(), line: count, column: count.optional(), message: z.string() }),
  ),
  output: z.string(),
  durationMs: z.number(),
}) as z.ZodType<Verdict>;

export const labResultsSchema = z.looseObject({
  review: reviewGrade.nullable(),
  reviewed: z.array(reviewFindingSchema),
  reviewedAt: moment,
  hintsTaken: count,
  exploited: z.array(z.looseObject({ finding: z.string(), message: z.string(), at: z.string() })),
  runs: count,
  verdict: verdict.nullable(),
  passedAt: moment,
  gaveUpAt: moment,
  explanation: gradeSchema.nullable(),
  explainedAt: moment,
}) satisfies z.ZodType<LabResults>;
