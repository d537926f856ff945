import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, draftTaken, jsonBody, notFound, wrongState } from './describe.ts';
import { createRouter } from './router.ts';
import { attemptParams, attemptView, draft, draftSaved, ownScore } from './schemas/attempt.ts';
import type { Services } from './services.ts';

const saveDraft = createRoute({
  method: 'put',
  path: '/attempts/{id}/draft',
  summary: 'Saves the draft; answers once it is on disk.',
  request: { params: attemptParams, body: jsonBody(draft) },
  responses: { 200: answers(draftSaved, 'Saved.'), ...badInput, ...notFound, ...draftTaken },
});

const submit = createRoute({
  method: 'post',
  path: '/attempts/{id}/submission',
  summary: 'Hands the answer in; the grade stays hidden.',
  request: { params: attemptParams, body: jsonBody(draft) },
  responses: { 200: answers(attemptView, 'Submitted.'), ...badInput, ...notFound, ...draftTaken },
});

const scoreOneself = createRoute({
  method: 'post',
  path: '/attempts/{id}/self-score',
  summary: 'Scores the own answer and shows the grade.',
  request: { params: attemptParams, body: jsonBody(ownScore) },
  responses: { 200: answers(attemptView, 'Graded.'), ...badInput, ...notFound, ...wrongState },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const answeringRoutes = (services: Services) =>
  createRouter()
    .openapi(saveDraft, () => notYet(services))
    .openapi(submit, () => notYet(services))
    .openapi(scoreOneself, () => notYet(services));
