import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, jsonBody, notFound, wrongState } from './describe.ts';
import { createRouter } from './router.ts';
import { attemptView, overruleInput, overruleParams } from './schemas/attempt.ts';
import type { Services } from './services.ts';

const putOverrule = createRoute({
  method: 'put',
  path: '/attempts/{id}/overrules/{kind}/{target}',
  summary: 'Sets the word of the candidate against the reader.',
  request: { params: overruleParams, body: jsonBody(overruleInput) },
  responses: {
    200: answers(attemptView, 'The attempt with its new score.'),
    ...badInput,
    ...notFound,
    ...wrongState,
  },
});

const deleteOverrule = createRoute({
  method: 'delete',
  path: '/attempts/{id}/overrules/{kind}/{target}',
  summary: 'Takes an overrule back.',
  request: { params: overruleParams },
  responses: {
    200: answers(attemptView, 'The attempt with its new score.'),
    ...badInput,
    ...notFound,
    ...wrongState,
  },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const overruleRoutes = (services: Services) =>
  createRouter()
    .openapi(putOverrule, () => notYet(services))
    .openapi(deleteOverrule, () => notYet(services));
