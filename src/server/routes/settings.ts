import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, jsonBody } from './describe.ts';
import { createRouter } from './router.ts';
import { settings, settingsInput } from './schemas/settings.ts';
import type { Services } from './services.ts';

const showSettings = createRoute({
  method: 'get',
  path: '/settings',
  summary: 'The settings.',
  responses: { 200: answers(settings, 'The settings.') },
});

const putSettings = createRoute({
  method: 'put',
  path: '/settings',
  summary: 'Replaces the settings.',
  request: { body: jsonBody(settingsInput) },
  responses: { 200: answers(settings, 'The settings as stored.'), ...badInput },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const settingsRoutes = (services: Services) =>
  createRouter()
    .openapi(showSettings, () => notYet(services))
    .openapi(putSettings, () => notYet(services));
