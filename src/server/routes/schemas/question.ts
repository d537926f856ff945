import { z } from '@hono/zod-openapi';
import { questionPrompt as prompt } from '#core/content/question.ts';
import {
  attemptId,
  band,
  category,
  format,
  instant,
  list,
  questionStatus,
  several,
  stage,
  wholeNumber,
} from './base.ts';

/** What may be seen before answering, and whether the user wrote it. */
export const shownQuestion = prompt.extend({ own: z.boolean() }).openapi('Question');
export type ShownQuestion = z.infer<typeof shownQuestion>;

const practice = {
  /** Due wins over weak and strong. */
  status: questionStatus,
  /** Graded attempts. */
  attempts: z.int(),
  lastBand: band.nullable(),
  lastScore: z.number().nullable(),
  lastAt: instant.nullable(),
  dueAt: instant.nullable(),
};

export const questionSummary = shownQuestion
  .omit({ prompt: true, snippet: true })
  .extend({ opening: z.string(), ...practice })
  .openapi('QuestionSummary');
export type QuestionSummary = z.infer<typeof questionSummary>;

const facet = z.object({ value: z.string(), count: z.int() });
export type Facet = z.infer<typeof facet>;
const facets = z.object({
  category: list(facet),
  stage: list(facet),
  competency: list(facet),
  difficulty: list(facet),
  format: list(facet),
  status: list(facet),
  pack: list(facet),
});
export type Facets = z.infer<typeof facets>;

export const questionPage = z.object({ items: list(questionSummary), total: z.int(), facets });

export const attemptSummary = z
  .object({
    id: attemptId,
    question: z.string(),
    title: z.string(),
    category,
    state: z.enum(['drafting', 'submitted', 'graded']),
    startedAt: instant,
    submittedAt: instant.nullable(),
    elapsedSeconds: z.int(),
    selfScore: z.int().min(1).max(4).nullable(),
    /** Null until the grade is shown. */
    score: z.number().nullable(),
    band: band.nullable(),
    answerWords: z.int(),
  })
  .openapi('AttemptSummary');
export type AttemptSummary = z.infer<typeof attemptSummary>;

export const questionDetail = z.object({
  question: shownQuestion,
  status: questionStatus,
  /** Newest first. */
  history: list(attemptSummary),
  /** The attempt that is still being written. */
  draft: attemptId.nullable(),
});

export const competencies = z.object({
  items: list(z.object({ id: z.string(), title: z.string(), questions: z.int() })),
});

export const questionQuery = z.object({
  query: z.string().max(200).optional(),
  category: several(category),
  stage: several(stage),
  competency: several(z.string().max(80)),
  difficulty: several(z.enum(['1', '2', '3', '4', '5'])),
  format: several(format),
  status: several(questionStatus),
  pack: several(z.string().max(80)),
  language: several(z.string().max(40)),
  limit: wholeNumber(1, 200).default(50),
  offset: wholeNumber(0, 1_000_000).default(0),
});
export type QuestionQuery = z.infer<typeof questionQuery>;
