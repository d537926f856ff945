import { createRoute, type z } from '@hono/zod-openapi';
import { ownSlug } from '../practice/own-question.ts';
import type { OwnQuestion } from '../storage/storage.ts';
import { answers, badInput, done, jsonBody, notFound } from './describe.ts';
import { missing } from './problem.ts';
import { createRouter } from './router.ts';
import { ownQuestion, ownQuestionInput, ownQuestionList, ownQuestionParams } from './schemas/own-question.ts';
import { nowOf, type Services } from './services.ts';

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

export const ownQuestionRoutes = (services: Services) =>
  createRouter()
    .openapi(listOwn, async (c) => c.json({ items: await services.storage.ownQuestions() }, 200))
    .openapi(addOwn, async (c) => c.json(await add(services, c.req.valid('json')), 201))
    .openapi(changeOwn, async (c) => {
      const known = await services.storage.ownQuestion(c.req.valid('param').slug);
      if (!known) throw unknown();
      const question = { ...known, ...c.req.valid('json'), updatedAt: nowOf(services) };
      await services.storage.putOwnQuestion(question);
      return c.json(question, 200);
    })
    .openapi(deleteOwn, async (c) => {
      if (!(await services.storage.deleteOwnQuestion(c.req.valid('param').slug))) throw unknown();
      return c.body(null, 204);
    });

const unknown = () =>
  missing('There is no own question with this name.', 'It may have been deleted in another tab.');

async function add(services: Services, input: z.infer<typeof ownQuestionInput>): Promise<OwnQuestion> {
  const { storage, library } = services;
  const own = new Set((await storage.ownQuestions()).map(({ slug }) => slug));
  const slug = ownSlug(input.title, (name) => own.has(name) || library.prompts.has(name));
  const at = nowOf(services);
  const question = { slug, ...input, createdAt: at, updatedAt: at };
  await storage.putOwnQuestion(question);
  return question;
}
