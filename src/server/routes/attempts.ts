import { createRoute } from '@hono/zod-openapi';
import { attemptOf, summariesOf, unknownAttempt, viewOf } from './attempt-access.ts';
import { answers, badInput, done, jsonBody, notFound } from './describe.ts';
import { missing } from './problem.ts';
import { createRouter } from './router.ts';
import { attemptList, attemptParams, attemptQuery, attemptView, newAttempt } from './schemas/attempt.ts';
import { nowOf, type Services } from './services.ts';

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

export const attemptRoutes = (services: Services) =>
  createRouter()
    .openapi(startAttempt, async (c) => {
      const { question } = c.req.valid('json');
      await mustBeSound(services, question);
      const id = services.newId();
      const attempt = await services.storage.startAttempt(question, id, nowOf(services));
      const view = await viewOf(services, attempt);
      return attempt.id === id ? c.json(view, 201) : c.json(view, 200);
    })
    .openapi(listAttempts, async (c) => {
      const { question, limit } = c.req.valid('query');
      const attempts = await services.storage.attempts(
        question === undefined ? { limit } : { question, limit },
      );
      return c.json({ items: await summariesOf(services, attempts) }, 200);
    })
    .openapi(showAttempt, async (c) => {
      const attempt = await attemptOf(services, c.req.valid('param').id);
      return c.json(await viewOf(services, attempt), 200);
    })
    .openapi(deleteAttempt, async (c) => {
      if (!(await services.storage.deleteAttempt(c.req.valid('param').id))) throw unknownAttempt();
      return c.body(null, 204);
    });

/** Nobody should write an answer that nothing can grade. */
async function mustBeSound({ catalog }: Services, question: string): Promise<void> {
  if (!(await catalog.shown(question))) {
    throw missing('There is no such question.', 'Look for it in the question bank.');
  }
  if (await catalog.rubric(question)) return;
  throw missing(
    'The file of this question has errors, so nothing could grade an answer.',
    'Choose another question. Run: hotseat content lint, in the folder of its pack, to see the errors.',
  );
}
