import { z } from '@hono/zod-openapi';
import { userDataSchema } from '../../storage/user-data.ts';

export const exportDocument = userDataSchema;

/** Checked by the storage, which knows what an export is and names each fault. */
export const importDocument = z.looseObject({});

export const importQuery = z.object({ mode: z.enum(['merge', 'replace']).default('merge') });
export const imported = z.object({ attempts: z.int(), ownQuestions: z.int() });
