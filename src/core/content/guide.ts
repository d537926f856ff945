import { z } from 'zod';
import { identifier } from './question.ts';

/** Front matter of `guide/<slug>.md`. */
export const guideFrontMatter = z.strictObject({
  slug: identifier,
  title: z.string().trim().min(1).max(120),
  summary: z.string().trim().min(1).max(300),
  section: z.enum(['stages', 'formats', 'red-flags', 'faq']),
  order: z.int().min(0).max(100),
});
export type GuidePage = z.infer<typeof guideFrontMatter> & { readonly pack: string; readonly body: string };
