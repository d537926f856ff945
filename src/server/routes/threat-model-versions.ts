import { createRoute } from '@hono/zod-openapi';
import { compareModels } from '#core/threat-model/compare.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { answers, badInput, done, jsonBody, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import {
  comparison,
  comparisonQuery,
  modelParams,
  versionList,
  versionName,
  versionParams,
  versionSaved,
  versionView,
} from './schemas/threat-model.ts';
import { nowOf, type Services } from './services.ts';
import { modelOf, noModel, noVersion } from './threat-model-access.ts';

const listVersions = createRoute({
  method: 'get',
  path: '/threat-models/{id}/versions',
  summary: 'The named versions of a threat model, the last saved first.',
  request: { params: modelParams },
  responses: { 200: answers(versionList, 'The versions.'), ...badInput, ...notFound },
});
const saveVersion = createRoute({
  method: 'post',
  path: '/threat-models/{id}/versions',
  summary: 'Keeps a threat model as it is stored now under a name.',
  request: { params: modelParams, body: jsonBody(versionName) },
  responses: { 201: answers(versionSaved, 'The version.'), ...badInput, ...notFound },
});
const showVersion = createRoute({
  method: 'get',
  path: '/threat-models/{id}/versions/{version}',
  summary: 'One version.',
  request: { params: versionParams },
  responses: { 200: answers(versionView, 'The version.'), ...badInput, ...notFound },
});
const deleteVersion = createRoute({
  method: 'delete',
  path: '/threat-models/{id}/versions/{version}',
  summary: 'Deletes a version for good; the model stays.',
  request: { params: versionParams },
  responses: { 204: done, ...badInput, ...notFound },
});
const compareVersions = createRoute({
  method: 'get',
  path: '/threat-models/{id}/comparison',
  summary: 'What was added, removed and changed from a version to another, or to the model as it is now.',
  request: { params: modelParams, query: comparisonQuery },
  responses: { 200: answers(comparison, 'The differences.'), ...badInput, ...notFound },
});

export const threatModelVersionRoutes = (services: Services) =>
  createRouter()
    .openapi(listVersions, async (c) => {
      const { id } = await modelOf(services, c.req.valid('param').id);
      return c.json({ items: await services.storage.threatModelVersions(id) }, 200);
    })
    .openapi(saveVersion, async (c) => {
      const model = c.req.valid('param').id;
      const { name } = c.req.valid('json');
      const version = { model, id: services.newId(), name, at: nowOf(services) };
      const saved = await services.storage.saveThreatModelVersion(version);
      if (!saved) throw noModel();
      return c.json({ id: saved.id, name: saved.name, savedAt: saved.savedAt }, 201);
    })
    .openapi(showVersion, async (c) => {
      const { id, version } = c.req.valid('param');
      const stored = await services.storage.threatModelVersion(id, version);
      if (!stored) throw noVersion();
      return c.json(stored, 200);
    })
    .openapi(deleteVersion, async (c) => {
      const { id, version } = c.req.valid('param');
      if (!(await services.storage.deleteThreatModelVersion(id, version))) throw noVersion();
      return c.body(null, 204);
    })
    .openapi(compareVersions, async (c) => {
      const model = await modelOf(services, c.req.valid('param').id);
      const { from, to } = c.req.valid('query');
      const before = await documentOf(services, model.id, from);
      const after = to === undefined ? model.document : await documentOf(services, model.id, to);
      return c.json(compareModels(before, after), 200);
    });

async function documentOf({ storage }: Services, model: string, version: string): Promise<ThreatModel> {
  const stored = await storage.threatModelVersion(model, version);
  if (!stored) throw noVersion();
  return stored.document;
}
