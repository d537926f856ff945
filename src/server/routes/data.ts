import { createRoute } from '@hono/zod-openapi';
import { readUserData, type UserDataReading } from '../storage/user-data.ts';
import { answers, badInput, done, jsonBody } from './describe.ts';
import { Problem } from './problem.ts';
import { createRouter } from './router.ts';
import { exportDocument, importDocument, imported, importQuery } from './schemas/data.ts';
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
  request: { query: importQuery, body: jsonBody(importDocument) },
  responses: { 200: answers(imported, 'What was read.'), ...badInput },
});

const deleteData = createRoute({
  method: 'delete',
  path: '/data',
  summary: 'Deletes everything of the user, for good.',
  responses: { 204: done },
});

export const dataRoutes = ({ storage, clock }: Services) =>
  createRouter()
    .openapi(exportData, async (c) => {
      const day = clock().toISOString().slice(0, 10);
      c.header('content-disposition', `attachment; filename="hotseat-${day}.json"`);
      return c.json(await storage.exportAll(), 200);
    })
    .openapi(importData, async (c) => {
      const reading = readUserData(c.req.valid('json'));
      if (!reading.ok) throw unreadable(reading);
      await storage.importAll(reading.data, c.req.valid('query').mode);
      const { attempts, ownQuestions } = reading.data;
      return c.json({ attempts: attempts.length, ownQuestions: ownQuestions.length }, 200);
    })
    .openapi(deleteData, async (c) => {
      await storage.deleteAll();
      return c.body(null, 204);
    });

function unreadable({ reason, message, problems }: Extract<UserDataReading, { ok: false }>): Problem {
  return new Problem({
    kind: reason,
    status: 400,
    title: 'This file cannot be imported',
    detail: message,
    mend: 'Nothing was changed. Choose a file that "Export" of Hotseat wrote.',
    extra: { errors: problems.map(({ where, message: fault }) => ({ field: where, message: fault })) },
  });
}
