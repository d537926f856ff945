import { createRoute, z } from '@hono/zod-openapi';
import { exportModel } from '#core/threat-model/export-model.ts';
import { analysisOf } from '../threat-models/analysis-view.ts';
import { exportedFile } from '../threat-models/exported-file.ts';
import { answers, badInput, jsonBody, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import { analysisInput, analysisView, exportLosses, exportParams } from './schemas/threat-model.ts';
import type { Services } from './services.ts';
import { modelOf, soundDocument } from './threat-model-access.ts';

const analyzeModel = createRoute({
  method: 'post',
  path: '/threat-model-analysis',
  summary: 'What the rules say of a document: threats and why, and the facts that nobody has stated.',
  request: { body: jsonBody(analysisInput) },
  responses: { 200: answers(analysisView, 'The findings.'), ...badInput },
});
const exportFile = createRoute({
  method: 'get',
  path: '/threat-models/{id}/export/{format}',
  summary: 'A threat model as a file of a format.',
  request: { params: exportParams },
  responses: {
    200: { description: 'The file.', content: { 'application/octet-stream': { schema: z.string() } } },
    ...badInput,
    ...notFound,
  },
});
const showLosses = createRoute({
  method: 'get',
  path: '/threat-models/{id}/export/{format}/losses',
  summary: 'What of a threat model a format cannot hold.',
  request: { params: exportParams },
  responses: { 200: answers(exportLosses, 'What would be lost.'), ...badInput, ...notFound },
});

export const threatModelReportRoutes = (services: Services) =>
  createRouter()
    .openapi(analyzeModel, async (c) => {
      const model = soundDocument(c.req.valid('json').document);
      return c.json(analysisOf(model, services.library.threatRules), 200);
    })
    .openapi(exportFile, async (c) => {
      const { id, format } = c.req.valid('param');
      const { document } = await modelOf(services, id);
      const { content, type, name } = await exportedFile(document, format, services.library.threatRules);
      c.header('content-type', type);
      c.header('content-disposition', `attachment; filename="${name}"`);
      return c.body(content, 200);
    })
    .openapi(showLosses, async (c) => {
      const { id, format } = c.req.valid('param');
      const { document } = await modelOf(services, id);
      const isModel = format === 'hotseat' || format === 'threat-dragon' || format === 'otm';
      return c.json({ losses: isModel ? exportModel(document, format).losses : [] }, 200);
    });
