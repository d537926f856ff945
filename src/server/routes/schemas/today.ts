import { z } from '@hono/zod-openapi';
import { labLanguages } from '#core/content/lab.ts';
import { attemptId, calendarDate, instant, list } from './base.ts';
import { attemptSummary, questionSummary } from './question.ts';

/** The browser's own date, since days to the interview are counted in the candidate's time zone. */
export const todayQuery = z.object({ date: calendarDate.optional() });

export const today = z
  .object({
    daysToInterview: z.int().nullable(),
    interviewDate: calendarDate.nullable(),
    next: list(z.object({ question: questionSummary, why: z.string() })),
    labs: list(
      z.object({
        slug: z.string(),
        title: z.string(),
        language: z.enum(labLanguages),
        minutes: z.int(),
        why: z.string(),
      }),
    ),
    openDrafts: list(attemptSummary),
    recent: list(attemptSummary),
    counts: z.object({ graded: z.int(), due: z.int(), weak: z.int(), strong: z.int(), questions: z.int() }),
    firstTime: z.boolean(),
  })
  .openapi('Today');

export const calibration = z
  .object({
    items: list(
      z.object({
        attempt: attemptId,
        question: z.string(),
        title: z.string(),
        at: instant,
        selfScore: z.int().min(1).max(4),
        /** The band as a number: 1 (strong no) to 4 (strong yes). */
        graded: z.int().min(1).max(4),
        score: z.number(),
      }),
    ),
  })
  .openapi('Calibration');
