import { z } from '@hono/zod-openapi';
import { userDataSchema } from '../../storage/user-data.ts';

export const exportDocument = userDataSchema;

/** Checked by the storage, which knows what an export is and names each fault. */
export const importDocument = z.looseObject({});

export const importQuery = z.object({ mode: z.enum(['merge', 'replace']).default('merge') });

const counts = z.object({
  attempts: z.int(),
  ownQuestions: z.int(),
  labSessions: z.int(),
  scenarioSessions: z.int(),
  triageSessions: z.int(),
  threatModels: z.int(),
});
const merged = z.object({ added: z.int(), updated: z.int() });
export const importPreview = z.object({
  holds: counts,
  merge: z.object({
    attempts: merged,
    ownQuestions: merged,
    labSessions: merged,
    scenarioSessions: merged,
    triageSessions: merged,
    threatModels: merged,
    settings: z.boolean(),
  }),
  replace: z.object({ removes: counts }),
});
export const imported = counts;
