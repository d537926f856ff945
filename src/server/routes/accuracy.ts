import { createRoute } from '@hono/zod-openapi';
import { answers, notFound } from './describe.ts';
import { missing } from './problem.ts';
import { createRouter } from './router.ts';
import { accuracyCard } from './schemas/accuracy.ts';
import type { Services } from './services.ts';

const show = createRoute({
  method: 'get',
  path: '/accuracy',
  summary: 'How right the readers of answers were on answers they had not seen.',
  responses: { 200: answers(accuracyCard, 'The card.'), ...notFound },
});

export const accuracyRoutes = (services: Services) =>
  createRouter().openapi(show, (c) => {
    if (!services.accuracy) {
      throw missing(
        'The accuracy card is missing or damaged.',
        'Restore models/judge/accuracy.json from the repository.',
      );
    }
    return c.json(services.accuracy, 200);
  });
