import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import { guideContents, guidePage, guideParams } from './schemas/guide.ts';
import type { Services } from './services.ts';

const showContents = createRoute({
  method: 'get',
  path: '/guide',
  summary: 'The pages of the guide.',
  responses: { 200: answers(guideContents, 'The contents.') },
});

const showPage = createRoute({
  method: 'get',
  path: '/guide/{slug}',
  summary: 'A page of the guide.',
  request: { params: guideParams },
  responses: { 200: answers(guidePage, 'The page.'), ...badInput, ...notFound },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const guideRoutes = (services: Services) =>
  createRouter()
    .openapi(showContents, () => notYet(services))
    .openapi(showPage, () => notYet(services));
