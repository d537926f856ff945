import type { z } from '@hono/zod-openapi';
import { draftConflict, probeConflict, problem } from './schemas/problem.ts';
import { scenarioConflict } from './schemas/scenario.ts';
import { modelConflict } from './schemas/threat-model.ts';
import { triageConflict } from './schemas/triage.ts';

/** Short forms for the parts of a route's description. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answers = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const refuses = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/problem+json': { schema } },
});

export const done = { description: 'Done.' };
export const badInput = { 400: refuses(problem, 'A field is wrong; `errors` says which.') };
export const notFound = { 404: refuses(problem, 'There is no such thing.') };
export const wrongState = { 409: refuses(problem, 'The attempt is not in a state that allows this.') };
export const draftTaken = {
  409: refuses(draftConflict, 'Another tab wrote first (with `current`), or this is no longer a draft.'),
};
export const probeTaken = {
  409: refuses(probeConflict, 'Another tab wrote first (with `current`), or the probe is answered.'),
};
export const modelTaken = {
  409: refuses(modelConflict, 'Another tab wrote first; `current` says what is stored.'),
};
export const scenarioTaken = {
  409: refuses(scenarioConflict, 'Another tab wrote first (with `current`), or this is handed in.'),
};
export const triageTaken = {
  409: refuses(triageConflict, 'Another tab wrote first (with `current`), or this is handed in.'),
};
