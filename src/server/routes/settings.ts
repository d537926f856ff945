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

export const settingsRoutes = ({ storage }: Services) =>
  createRouter()
    .openapi(showSettings, async (c) => c.json(await storage.settings(), 200))
    .openapi(putSettings, async (c) => {
      const settings = c.req.valid('json');
      await storage.putSettings({ ...settings, languages: [...new Set(settings.languages)] });
      return c.json(await storage.settings(), 200);
    });
