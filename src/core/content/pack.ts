import { z } from 'zod';
import { identifier } from './question.ts';

/** Stands in the place of a pack for the user's own questions; no pack may have it as its id. */
export const ownPack = 'own';

/** `pack.yaml` at the root of a content pack. */
export const packManifest = z.strictObject({
  id: identifier,
  title: z.string().trim().min(1).max(120),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'use three numbers, such as 1.0.0'),
  license: z.string().trim().min(1).max(120),
  description: z.string().trim().max(800).optional(),
});
export type PackManifest = z.infer<typeof packManifest>;
