import { z } from '@hono/zod-openapi';
import { longestAnswer, longestNotes, longestReason } from '#core/content/answer.ts';
import { attemptId, attemptState, instant, list, selfScore, slug, verdict, wholeNumber } from './base.ts';
import { attemptSummary, shownQuestion } from './question.ts';
import { result } from './result.ts';

export const answerText = z.string().max(longestAnswer, 'is longer than 40,000 characters');
const notesText = z.string().max(longestNotes, 'is longer than 20,000 characters');
const revision = z.int().min(0);

export const newAttempt = z.strictObject({ question: slug });

export const attemptView = z
  .object({
    id: attemptId,
    state: attemptState,
    question: shownQuestion,
    answer: z.string(),
    notes: z.string(),
    elapsedSeconds: z.int(),
    revision: z.int(),
    startedAt: instant,
    submittedAt: instant.nullable(),
    selfScore: z.int().min(1).max(4).nullable(),
    /** Only once the candidate has scored the answer. */
    result: result.nullable(),
  })
  .openapi('Attempt');
export type AttemptView = z.infer<typeof attemptView>;

export const attemptList = z.object({ items: list(attemptSummary) });
export const attemptQuery = z.object({
  question: slug.optional(),
  limit: wholeNumber(1, 1000).default(200),
});

export const draft = z.strictObject({
  answer: answerText,
  notes: notesText,
  /** Whole seconds that the clock ran; at most a week. */
  elapsedSeconds: z.int().min(0).max(604_800),
  revision,
});
export const draftSaved = z.object({ revision: z.int(), updatedAt: instant });

export const ownScore = z.strictObject({ score: selfScore });

/** The body of a write that needs no words. */
export const nothing = z.strictObject({});

export const probeDraft = z.strictObject({ answer: answerText, revision });
export const probeDraftSaved = z.object({ revision: z.int() });
export const probeReply = z.strictObject({ answer: answerText });

export const overruleInput = z.strictObject({
  verdict,
  /** The words of the answer that prove it; a `yes` needs them. */
  quote: z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).nullable(),
  reason: z.string().trim().max(longestReason).default(''),
});

export const attemptParams = z.object({ id: attemptId });
export const probeParams = z.object({ id: attemptId, ordinal: wholeNumber(0, 100) });
export const overruleParams = z.object({
  id: attemptId,
  kind: z.enum(['point', 'misconception', 'flag']),
  target: slug,
});
