import { createRoute } from '@hono/zod-openapi';
import { answers, badInput } from './describe.ts';
import { createRouter } from './router.ts';
import { calibration, today, todayQuery } from './schemas/today.ts';
import type { Services } from './services.ts';

const showToday = createRoute({
  method: 'get',
  path: '/today',
  summary: 'What to do next, and why.',
  request: { query: todayQuery },
  responses: { 200: answers(today, 'Today.'), ...badInput },
});

const showCalibration = createRoute({
  method: 'get',
  path: '/calibration',
  summary: 'Self-scores against grades, oldest first.',
  responses: { 200: answers(calibration, 'One item for every graded attempt.') },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const todayRoutes = (services: Services) =>
  createRouter()
    .openapi(showToday, () => notYet(services))
    .openapi(showCalibration, () => notYet(services));
