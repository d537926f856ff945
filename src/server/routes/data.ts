import { createRoute } from '@hono/zod-openapi';
import { sizesOf } from '../storage/import-data.ts';
import type { UserData } from '../storage/storage.ts';
import { readUserData, type UserDataReading } from '../storage/user-data.ts';
import { answers, badInput, done, jsonBody } from './describe.ts';
import { Problem } from './problem.ts';
import { createRouter } from './router.ts';
import { exportDocument, importDocument, imported, importPreview, importQuery } from './schemas/data.ts';
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

const previewImport = createRoute({
  method: 'post',
  path: '/data/import/preview',
  summary: 'Says what an import would do; refuses what the import refuses, and changes nothing.',
  request: { body: jsonBody(importDocument) },
  responses: { 200: answers(importPreview, 'What would happen.'), ...badInput },
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
      const data = readOrRefuse(c.req.valid('json'));
      await storage.importAll(data, c.req.valid('query').mode);
      return c.json(sizesOf(data), 200);
    })
    .openapi(previewImport, async (c) => {
      return c.json(await storage.previewImport(readOrRefuse(c.req.valid('json'))), 200);
    })
    .openapi(deleteData, async (c) => {
      await storage.deleteAll();
      return c.body(null, 204);
    });

function readOrRefuse(document: unknown): UserData {
  const reading = readUserData(document);
  if (!reading.ok) throw unreadable(reading);
  return reading.data;
}

/** So many faults are named in the sentence; the list of them follows. */
const namedFaults = 3;

function unreadable({ reason, message, problems }: Extract<UserDataReading, { ok: false }>): Problem {
  const faults = problems
    .slice(0, namedFaults)
    .map(({ where, message: fault }) => `${where || 'The document'}: ${fault}.`);
  return new Problem({
    kind: reason,
    status: 400,
    title: 'This file cannot be imported',
    detail: [message, ...(reason === 'malformed' ? faults : [])].join(' '),
    mend: 'Nothing was changed. Choose a file that "Export" of Hotseat wrote.',
    extra: { errors: problems.map(({ where, message: fault }) => ({ field: where, message: fault })) },
  });
}
