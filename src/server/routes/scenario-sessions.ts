import { createHash } from 'node:crypto';
import { createRoute } from '@hono/zod-openapi';
import { documentVersion, threatModel } from '#core/threat-model/document.ts';
import { scenarioSessionViewOf } from '../scenarios/session-view.ts';
import type { ScenarioMode } from '../storage/scenario-session.ts';
import { answers, badInput, done, jsonBody, notFound, scenarioTaken } from './describe.ts';
import { writtenElsewhere } from './problem.ts';
import { createRouter } from './router.ts';
import { handedInAlready, noSession, scenarioOf, scenarioWork } from './scenario-access.ts';
import {
  newScenarioSession,
  scenarioDraftSaved,
  scenarioDraftWrite,
  scenarioParams,
  scenarioSessionList,
  scenarioSessionParams,
  scenarioSessionView,
} from './schemas/scenario.ts';
import { nowOf, type Services } from './services.ts';
import { soundDocument } from './threat-model-access.ts';

const startSession = createRoute({
  method: 'post',
  path: '/scenarios/{slug}/sessions',
  summary: 'Starts a go at a scenario, or resumes the open one of that kind.',
  request: { params: scenarioParams, body: jsonBody(newScenarioSession) },
  responses: {
    200: answers(scenarioSessionView, 'The resumed session.'),
    201: answers(scenarioSessionView, 'A new session.'),
    ...badInput,
    ...notFound,
  },
});
const listSessions = createRoute({
  method: 'get',
  path: '/scenario-sessions',
  summary: 'All goes at scenarios, newest first.',
  responses: { 200: answers(scenarioSessionList, 'The sessions.') },
});
const showSession = createRoute({
  method: 'get',
  path: '/scenario-sessions/{id}',
  summary: 'One go at a scenario; with its result once the grade is shown.',
  request: { params: scenarioSessionParams },
  responses: { 200: answers(scenarioSessionView, 'The session.'), ...badInput, ...notFound },
});
const deleteSession = createRoute({
  method: 'delete',
  path: '/scenario-sessions/{id}',
  summary: 'Deletes a go at a scenario for good.',
  request: { params: scenarioSessionParams },
  responses: { 204: done, ...badInput, ...notFound },
});
const saveDraft = createRoute({
  method: 'put',
  path: '/scenario-sessions/{id}/draft',
  summary: 'Saves the model and all else that was written.',
  request: { params: scenarioSessionParams, body: jsonBody(scenarioDraftWrite) },
  responses: {
    200: answers(scenarioDraftSaved, 'It is on disk.'),
    ...badInput,
    ...notFound,
    ...scenarioTaken,
  },
});

export const scenarioSessionRoutes = (services: Services) =>
  createRouter()
    .openapi(startSession, async (c) => {
      const scenario = scenarioOf(services, c.req.valid('param').slug);
      const { mode, again } = c.req.valid('json');
      if (again) await deleteOpen(services, scenario.slug, mode);
      const id = services.newId();
      const session = await services.storage.startScenarioSession({
        ...{ scenario: scenario.slug, id, mode, at: nowOf(services), seed: seedOf(id) },
        draft: {
          ...{ stage: 'scoping', twistReply: '', log: [], judgments: {} },
          model: threatModel.parse({ version: documentVersion, title: scenario.title }),
        },
      });
      const view = scenarioSessionViewOf(scenario, session);
      return session.id === id ? c.json(view, 201) : c.json(view, 200);
    })
    .openapi(listSessions, async (c) => {
      const sessions = await services.storage.scenarioOutlines();
      const items = sessions.map(({ id, scenario, mode, state, startedAt, elapsedSeconds, score }) => ({
        ...{ id, scenario, mode, state, startedAt, elapsedSeconds },
        title: services.library.scenarios.get(scenario)?.title ?? scenario,
        score: state === 'closed' ? score : null,
      }));
      return c.json({ items: items.reverse() }, 200);
    })
    .openapi(showSession, async (c) => {
      const { scenario, session } = await scenarioWork(services, c.req.valid('param').id);
      return c.json(scenarioSessionViewOf(scenario, session), 200);
    })
    .openapi(deleteSession, async (c) => {
      if (!(await services.storage.deleteScenarioSession(c.req.valid('param').id))) throw noSession();
      return c.body(null, 204);
    })
    .openapi(saveDraft, async (c) => {
      const { id } = c.req.valid('param');
      const { model, ...rest } = c.req.valid('json');
      const draft = { ...rest, model: soundDocument(model), at: nowOf(services) };
      const written = await services.storage.saveScenarioDraft(id, draft);
      if (!written) throw (await services.storage.scenarioSession(id)) ? handedInAlready() : noSession();
      if (written.conflict) {
        const { draft: current, elapsedSeconds, revision } = written.current;
        throw writtenElsewhere({ ...current, elapsedSeconds, revision });
      }
      return c.json({ revision: written.value.revision }, 200);
    });

async function deleteOpen({ storage }: Services, slug: string, mode: ScenarioMode): Promise<void> {
  const sessions = await storage.scenarioOutlines();
  const open = sessions.find(
    ({ scenario, state, mode: other }) =>
      scenario === slug && state !== 'closed' && (other === 'spot') === (mode === 'spot'),
  );
  if (open) await storage.deleteScenarioSession(open.id);
}

/** A number that follows from an id, which is random. */
const seedOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE() >>> 1;
