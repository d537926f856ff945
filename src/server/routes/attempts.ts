import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, done, jsonBody, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import { attemptList, attemptParams, attemptQuery, attemptView, newAttempt } from './schemas/attempt.ts';
import type { Services } from './services.ts';

const startAttempt = createRoute({
  method: 'post',
  path: '/attempts',
  summary: 'Starts an attempt, or resumes the open draft.',
  request: { body: jsonBody(newAttempt) },
  responses: {
    200: answers(attemptView, 'The resumed draft.'),
    201: answers(attemptView, 'A new attempt.'),
    ...badInput,
    ...notFound,
  },
});

const listAttempts = createRoute({
  method: 'get',
  path: '/attempts',
  summary: 'Attempts, newest first.',
  request: { query: attemptQuery },
  responses: { 200: answers(attemptList, 'The attempts.'), ...badInput },
});

const showAttempt = createRoute({
  method: 'get',
  path: '/attempts/{id}',
  summary: 'One attempt; with its result once it is graded.',
  request: { params: attemptParams },
  responses: { 200: answers(attemptView, 'The attempt.'), ...badInput, ...notFound },
});

const deleteAttempt = createRoute({
  method: 'delete',
  path: '/attempts/{id}',
  summary: 'Deletes an attempt for good.',
  request: { params: attemptParams },
  responses: { 204: done, ...badInput, ...notFound },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const attemptRoutes = (services: Services) =>
  createRouter()
    .openapi(startAttempt, () => notYet(services))
    .openapi(listAttempts, () => notYet(services))
    .openapi(showAttempt, () => notYet(services))
    .openapi(deleteAttempt, () => notYet(services));
