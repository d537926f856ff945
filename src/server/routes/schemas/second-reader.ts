import { z } from '@hono/zod-openapi';
import { list, quote } from './base.ts';

export const secondReaderState = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('off') }),
    z.object({ state: z.literal('on'), model: z.string(), host: z.string() }),
    z.object({ state: z.literal('wrong'), message: z.string(), mend: z.string() }),
  ])
  .openapi('SecondReader');

export const opinion = z
  .object({
    points: list(
      z.object({
        id: z.string(),
        verdict: z.enum(['yes', 'no', 'voided']).openapi({
          description: '`voided`: it says the point was made and shows no words of the answer for it.',
        }),
        quotes: list(quote),
      }),
    ),
    cost: z.object({
      promptTokens: z.int().nullable(),
      completionTokens: z.int().nullable(),
      amount: z.number().nullable(),
    }),
    seconds: z.number(),
  })
  .openapi('Opinion');
