import { createRoute, z } from '@hono/zod-openapi';
import { answers, badInput, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import { slug } from './schemas/base.ts';
import { competencies, questionDetail, questionPage, questionQuery } from './schemas/question.ts';
import type { Services } from './services.ts';

const listQuestions = createRoute({
  method: 'get',
  path: '/questions',
  summary: 'The question bank: search, filters and facets.',
  request: { query: questionQuery },
  responses: { 200: answers(questionPage, 'A page of questions.'), ...badInput },
});

const showQuestion = createRoute({
  method: 'get',
  path: '/questions/{slug}',
  summary: 'A question as it may be seen before answering, with its history.',
  request: { params: z.object({ slug }) },
  responses: { 200: answers(questionDetail, 'The question.'), ...badInput, ...notFound },
});

const listCompetencies = createRoute({
  method: 'get',
  path: '/competencies',
  summary: 'What the questions exercise.',
  responses: { 200: answers(competencies, 'All competencies.') },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const questionRoutes = (services: Services) =>
  createRouter()
    .openapi(listQuestions, () => notYet(services))
    .openapi(showQuestion, () => notYet(services))
    .openapi(listCompetencies, () => notYet(services));
