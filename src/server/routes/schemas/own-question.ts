import { z } from '@hono/zod-openapi';
import { ownQuestionLimits } from '#core/content/own-question.ts';
import { instant, list, slug } from './base.ts';

export const ownQuestion = z
  .object({
    slug,
    title: z.string(),
    prompt: z.string(),
    modelAnswer: z.string(),
    minutes: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi('OwnQuestion');

export const ownQuestionInput = z.strictObject({
  title: z.string().trim().min(1, 'is empty').max(ownQuestionLimits.title, 'is longer than 80 characters'),
  prompt: z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(ownQuestionLimits.prompt, 'is longer than 1,500 characters'),
  modelAnswer: z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(ownQuestionLimits.modelAnswer, 'is longer than 8,000 characters'),
  minutes: z.int().min(1).max(30),
});

export const ownQuestionList = z.object({ items: list(ownQuestion) });
export const ownQuestionParams = z.object({ slug });
