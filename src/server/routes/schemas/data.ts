import { z } from '@hono/zod-openapi';
import { example, misconception, point, questionFrontMatter } from '#core/content/question.ts';
import { redFlagIds } from '#core/content/vocabulary.ts';
import { attemptId, attemptState, band, calendarDate, quote, selfScore, tier, verdict } from './base.ts';

/** The stored documents, as an export carries them. Rubrics are taken as they were, so old exports stay good. */
const moment = z.iso.datetime({ precision: 3 });
const text = z.string().max(200_000);

const storedPoint = z.object({
  ...point.shape,
  claim: text,
  probe: text,
  weight: z.number(),
  paraphrases: z.array(text),
  slots: z.object({ need: z.int(), groups: z.array(z.array(text)) }),
  anti: z.array(text),
});

const storedMisconception = z.object({
  ...misconception.shape,
  contradicts: z.array(text),
  anti: z.array(text),
});

const storedExample = z.object({
  ...example.shape,
  misconceptions: z.array(text),
  flags: z.array(z.enum(redFlagIds)),
});

const storedQuestion = z.object({
  ...questionFrontMatter.shape,
  competencies: z.array(text),
  prompt: text,
  tests: text,
  points: z.array(storedPoint).max(500),
  misconceptions: z.array(storedMisconception).max(100),
  twist: z.object({ prompt: text, reference: text }),
  references: z.array(text),
  examples: z.array(storedExample).max(20),
  pack: z.string().max(80),
  debrief: text,
});

const share = z.number().min(0).max(1);
const quotes = z.array(quote).max(1000);
const grade = z.object({
  question: z.string().max(80),
  score: share,
  band,
  points: z
    .array(z.object({ id: z.string(), tier, met: verdict, probability: share, quotes, because: text }))
    .max(500),
  misconceptions: z.array(z.object({ id: z.string(), probability: share, quotes })).max(100),
  flags: z.array(z.object({ id: z.enum(redFlagIds), quotes })).max(5),
  reader: z.enum(['lexical']),
});

const attempt = z.object({
  id: attemptId,
  question: z.string().min(1).max(80),
  state: attemptState,
  answer: text,
  notes: text,
  elapsedSeconds: z.int().min(0),
  revision: z.int().min(0),
  startedAt: moment,
  updatedAt: moment,
  submittedAt: moment.nullable(),
  selfScore: selfScore.nullable(),
  grade: grade.nullable(),
  gradedQuestion: storedQuestion.nullable(),
});

const probe = z.object({
  attempt: attemptId,
  ordinal: z.int().min(0).max(1000),
  kind: z.enum(['point', 'misconception', 'twist']),
  target: z.string().max(80).nullable(),
  prompt: text,
  answer: text,
  revision: z.int().min(0),
  answeredAt: moment.nullable(),
  grade: grade.nullable(),
});

const overrule = z.object({
  attempt: attemptId,
  kind: z.enum(['point', 'misconception', 'flag']),
  target: z.string().max(80),
  verdict,
  quote: quote.nullable(),
  reason: text,
  at: moment,
});

const ownQuestion = z.object({
  slug: z
    .string()
    .regex(/^own-[a-z0-9-]+$/)
    .max(80),
  title: z.string().min(1).max(200),
  prompt: text,
  modelAnswer: text,
  minutes: z.int().min(1).max(600),
  createdAt: moment,
  updatedAt: moment,
});

export const exportDocument = z
  .object({
    format: z.literal('hotseat-export', 'is not a Hotseat export'),
    version: z.literal(1, 'is a version that this Hotseat does not know'),
    settings: z.object({
      interviewDate: calendarDate.nullable(),
      theme: z.enum(['system', 'light', 'dark']),
      languages: z.array(z.string().max(40)).max(100),
    }),
    attempts: z.array(attempt),
    probes: z.array(probe),
    overrules: z.array(overrule),
    ownQuestions: z.array(ownQuestion),
  })
  .openapi('ExportDocument');

export const importQuery = z.object({ mode: z.enum(['merge', 'replace']).default('merge') });
export const imported = z.object({ attempts: z.int(), ownQuestions: z.int() });
