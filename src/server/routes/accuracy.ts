import { createRoute } from '@hono/zod-openapi';
import { answers } from './describe.ts';
import { createRouter } from './router.ts';
import { accuracyCard } from './schemas/accuracy.ts';
import type { Services } from './services.ts';

const show = createRoute({
  method: 'get',
  path: '/accuracy',
  summary: 'How right the readers of answers were on answers they had not seen.',
  responses: { 200: answers(accuracyCard, 'The card.') },
});

export const accuracyRoutes = (services: Services) =>
  createRouter().openapi(show, (c) => c.json(services.accuracy, 200));
