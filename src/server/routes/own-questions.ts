import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, done, jsonBody, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import { ownQuestion, ownQuestionInput, ownQuestionList, ownQuestionParams } from './schemas/own-question.ts';
import type { Services } from './services.ts';

const listOwn = createRoute({
  method: 'get',
  path: '/own-questions',
  summary: 'Questions that the user wrote.',
  responses: { 200: answers(ownQuestionList, 'The questions.') },
});

const addOwn = createRoute({
  method: 'post',
  path: '/own-questions',
  summary: 'Adds a question with a model answer.',
  request: { body: jsonBody(ownQuestionInput) },
  responses: { 201: answers(ownQuestion, 'The question.'), ...badInput },
});

const changeOwn = createRoute({
  method: 'put',
  path: '/own-questions/{slug}',
  summary: 'Changes a question.',
  request: { params: ownQuestionParams, body: jsonBody(ownQuestionInput) },
  responses: { 200: answers(ownQuestion, 'The question.'), ...badInput, ...notFound },
});

const deleteOwn = createRoute({
  method: 'delete',
  path: '/own-questions/{slug}',
  summary: 'Deletes a question; attempts on it stay.',
  request: { params: ownQuestionParams },
  responses: { 204: done, ...badInput, ...notFound },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const ownQuestionRoutes = (services: Services) =>
  createRouter()
    .openapi(listOwn, () => notYet(services))
    .openapi(addOwn, () => notYet(services))
    .openapi(changeOwn, () => notYet(services))
    .openapi(deleteOwn, () => notYet(services));
