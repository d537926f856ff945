import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, done, jsonBody } from './describe.ts';
import { createRouter } from './router.ts';
import { exportDocument, imported, importQuery } from './schemas/data.ts';
import type { Services } from './services.ts';

const exportData = createRoute({
  method: 'get',
  path: '/data',
  summary: 'Everything of the user as one JSON document.',
  responses: { 200: answers(exportDocument, 'The document.') },
});

const importData = createRoute({
  method: 'post',
  path: '/data/import',
  summary: 'Imports an export: all or nothing.',
  request: { query: importQuery, body: jsonBody(exportDocument) },
  responses: { 200: answers(imported, 'What was read.'), ...badInput },
});

const deleteData = createRoute({
  method: 'delete',
  path: '/data',
  summary: 'Deletes everything of the user, for good.',
  responses: { 204: done },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const dataRoutes = (services: Services) =>
  createRouter()
    .openapi(exportData, () => notYet(services))
    .openapi(importData, () => notYet(services))
    .openapi(deleteData, () => notYet(services));
