import { createRoute } from '@hono/zod-openapi';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { documentVersion } from '#core/threat-model/document.ts';
import type { Loss } from '#core/threat-model/model-problem.ts';
import { answers, badInput, done, jsonBody, modelTaken, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import {
  createdModel,
  modelList,
  modelParams,
  modelSaved,
  modelTitle,
  modelView,
  modelWrite,
  newModel,
} from './schemas/threat-model.ts';
import { nowOf, type Services } from './services.ts';
import {
  importedFile,
  modelOf,
  modelWrittenElsewhere,
  noModel,
  soundDocument,
} from './threat-model-access.ts';

const listModels = createRoute({
  method: 'get',
  path: '/threat-models',
  summary: 'The threat models that the user keeps, the last changed first.',
  responses: { 200: answers(modelList, 'The models.') },
});
const createModel = createRoute({
  method: 'post',
  path: '/threat-models',
  summary: 'Begins a threat model: empty, from a document, or from the text of a file of another tool.',
  request: { body: jsonBody(newModel) },
  responses: { 201: answers(createdModel, 'The model, and what of the file was lost.'), ...badInput },
});
const showModel = createRoute({
  method: 'get',
  path: '/threat-models/{id}',
  summary: 'One threat model.',
  request: { params: modelParams },
  responses: { 200: answers(modelView, 'The model.'), ...badInput, ...notFound },
});
const saveModel = createRoute({
  method: 'put',
  path: '/threat-models/{id}',
  summary: 'Saves the document over the revision that the page last saw.',
  request: { params: modelParams, body: jsonBody(modelWrite) },
  responses: { 200: answers(modelSaved, 'It is on disk.'), ...badInput, ...notFound, ...modelTaken },
});
const renameModel = createRoute({
  method: 'put',
  path: '/threat-models/{id}/title',
  summary: 'Gives a threat model another title.',
  request: { params: modelParams, body: jsonBody(modelTitle) },
  responses: { 200: answers(modelSaved, 'It is on disk.'), ...badInput, ...notFound },
});
const deleteModel = createRoute({
  method: 'delete',
  path: '/threat-models/{id}',
  summary: 'Deletes a threat model and its versions for good.',
  request: { params: modelParams },
  responses: { 204: done, ...badInput, ...notFound },
});

type Beginning = { readonly document: ThreatModel; readonly losses: readonly Loss[] };

export const threatModelRoutes = (services: Services) =>
  createRouter()
    .openapi(listModels, async (c) => c.json({ items: await services.storage.threatModels() }, 200))
    .openapi(createModel, async (c) => {
      const { document, losses } = beginning(c.req.valid('json'));
      const model = { id: services.newId(), document, at: nowOf(services) };
      return c.json({ model: await services.storage.createThreatModel(model), losses }, 201);
    })
    .openapi(showModel, async (c) => c.json(await modelOf(services, c.req.valid('param').id), 200))
    .openapi(saveModel, async (c) => {
      const { document, revision } = c.req.valid('json');
      const write = { document: soundDocument(document), revision, at: nowOf(services) };
      const written = await services.storage.saveThreatModel(c.req.valid('param').id, write);
      if (!written) throw noModel();
      if (written.conflict) throw modelWrittenElsewhere(written.current);
      return c.json(savedView(written.value), 200);
    })
    .openapi(renameModel, async (c) => {
      const { title } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const renamed = await services.storage.renameThreatModel(id, title, nowOf(services));
      if (!renamed) throw noModel();
      return c.json(savedView(renamed), 200);
    })
    .openapi(deleteModel, async (c) => {
      if (!(await services.storage.deleteThreatModel(c.req.valid('param').id))) throw noModel();
      return c.body(null, 204);
    });

const savedView = ({ revision, updatedAt }: { revision: number; updatedAt: string }) => ({
  revision,
  updatedAt,
});

type NewModel = { title: string } | { document: object } | { file: string };

function beginning(input: NewModel): Beginning {
  if ('title' in input) {
    return { document: soundDocument({ version: documentVersion, title: input.title }), losses: [] };
  }
  if ('document' in input) return { document: soundDocument(input.document), losses: [] };
  const { model, losses } = importedFile(input.file);
  return { document: model, losses };
}
