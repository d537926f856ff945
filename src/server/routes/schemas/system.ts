import { z } from '@hono/zod-openapi';
import { list } from './base.ts';

const notice = z.object({
  kind: z.enum(['corrupt-database-kept', 'pack-problems', 'reader-reduced']),
  message: z.string(),
  mend: z.string(),
});
export type Notice = z.infer<typeof notice>;

export const health = z
  .object({ name: z.literal('hotseat'), version: z.string(), notices: list(notice) })
  .openapi('Health');

const systemItem = z.object({
  name: z.string(),
  state: z.enum(['ready', 'missing', 'preparing']),
  detail: z.string(),
  mend: z.string().nullable(),
});
export type SystemItem = z.infer<typeof systemItem>;
export const system = z.object({ items: list(systemItem) });

export const packs = z.object({
  items: list(
    z.object({
      id: z.string(),
      title: z.string(),
      version: z.string(),
      license: z.string(),
      questions: z.int(),
      labs: z.int(),
      problems: z.int(),
      removable: z.boolean(),
    }),
  ),
});
