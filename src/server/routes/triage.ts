import { createRoute } from '@hono/zod-openapi';
import type { TriageSet } from '#core/content/triage.ts';
import { readAnswer, type TriageAnswer } from '#core/triage/answer.ts';
import { gradeTriage } from '#core/triage/grade-triage.ts';
import type { WriteResult } from '../storage/storage.ts';
import type { TriageSession } from '../storage/triage-session.ts';
import { answers, badInput, done, jsonBody, notFound, triageTaken } from './describe.ts';
import { missing, Problem, writtenElsewhere } from './problem.ts';
import { createRouter } from './router.ts';
import {
  newTriageSession,
  triageDraftSaved,
  triageDraftWrite,
  triageHandIn,
  triageList,
  triageParams,
  triageSessionList,
  triageSessionParams,
  triageSessionView,
  triageView,
} from './schemas/triage.ts';
import { nowOf, type Services } from './services.ts';
import { triageItemOf, triageSessionViewOf, triageViewOf } from './triage-views.ts';

const listSets = createRoute({
  method: 'get',
  path: '/triage',
  summary: 'All triage sets, with how far one came.',
  responses: { 200: answers(triageList, 'The sets.') },
});
const showSet = createRoute({
  method: 'get',
  path: '/triage/{slug}',
  summary: 'One triage set: the company and its findings.',
  request: { params: triageParams },
  responses: { 200: answers(triageView, 'The set.'), ...badInput, ...notFound },
});
const startSession = createRoute({
  method: 'post',
  path: '/triage/{slug}/sessions',
  summary: 'Starts a go at a set, or resumes the open one.',
  request: { params: triageParams, body: jsonBody(newTriageSession) },
  responses: { 200: answers(triageSessionView, 'The session.'), ...badInput, ...notFound },
});
const listSessions = createRoute({
  method: 'get',
  path: '/triage-sessions',
  summary: 'All goes at triage sets, newest first.',
  responses: { 200: answers(triageSessionList, 'The sessions.') },
});
const showSession = createRoute({
  method: 'get',
  path: '/triage-sessions/{id}',
  summary: 'One go at a set; with its result once it is handed in.',
  request: { params: triageSessionParams },
  responses: { 200: answers(triageSessionView, 'The session.'), ...badInput, ...notFound },
});
const deleteSession = createRoute({
  method: 'delete',
  path: '/triage-sessions/{id}',
  summary: 'Deletes a go at a set for good.',
  request: { params: triageSessionParams },
  responses: { 204: done, ...badInput, ...notFound },
});
const saveDraft = createRoute({
  method: 'put',
  path: '/triage-sessions/{id}/draft',
  summary: 'Saves order, choice, rejections and reasons.',
  request: { params: triageSessionParams, body: jsonBody(triageDraftWrite) },
  responses: { 200: answers(triageDraftSaved, 'It is on disk.'), ...badInput, ...notFound, ...triageTaken },
});
const handIn = createRoute({
  method: 'post',
  path: '/triage-sessions/{id}/hand-in',
  summary: 'Grades what is stored and closes the session.',
  request: { params: triageSessionParams, body: jsonBody(triageHandIn) },
  responses: {
    200: answers(triageSessionView, 'The session with its result.'),
    ...badInput,
    ...notFound,
    ...triageTaken,
  },
});

export const triageRoutes = (services: Services) =>
  createRouter()
    .openapi(listSets, async (c) => {
      const sessions = await services.storage.triageOutlines();
      const items = [...services.library.triage.values()]
        .map((set) => triageItemOf(set, sessions))
        .sort((a, b) => a.difficulty - b.difficulty || (a.title < b.title ? -1 : 1));
      return c.json({ items }, 200);
    })
    .openapi(showSet, async (c) => {
      const set = setOf(services, c.req.valid('param').slug);
      return c.json(triageViewOf(set, await services.storage.triageOutlines(), services.version), 200);
    })
    .openapi(startSession, async (c) => {
      const set = setOf(services, c.req.valid('param').slug);
      const session = await services.storage.startTriageSession({
        ...{ set: set.slug, id: services.newId(), at: nowOf(services) },
        draft: { order: set.findings.map(({ id }) => id), chosen: [], rejected: [], reasons: {} },
      });
      return c.json(triageSessionViewOf(set, session), 200);
    })
    .openapi(listSessions, async (c) => {
      const sessions = await services.storage.triageOutlines();
      const items = sessions.map(({ id, set, state, startedAt, elapsedSeconds, score }) => ({
        ...{ id, set, state, startedAt, elapsedSeconds, score },
        title: services.library.triage.get(set)?.title ?? set,
      }));
      return c.json({ items: items.reverse() }, 200);
    })
    .openapi(showSession, async (c) => {
      const { set, session } = await workOf(services, c.req.valid('param').id);
      return c.json(triageSessionViewOf(set, session), 200);
    })
    .openapi(deleteSession, async (c) => {
      if (!(await services.storage.deleteTriageSession(c.req.valid('param').id))) throw noSession();
      return c.body(null, 204);
    })
    .openapi(saveDraft, async (c) => {
      const { draft, elapsedSeconds, revision } = c.req.valid('json');
      const { set, session } = await workOf(services, c.req.valid('param').id);
      const sound = soundAnswer(draft, set);
      const write = { draft: sound, elapsedSeconds, revision, at: nowOf(services) };
      const saved = accepted(await services.storage.saveTriageDraft(session.id, write));
      return c.json({ revision: saved.revision }, 200);
    })
    .openapi(handIn, async (c) => {
      const { set, session } = await workOf(services, c.req.valid('param').id);
      const { revision } = c.req.valid('json');
      // What is graded is what was read here; a write in between makes the revision another.
      if (session.revision !== revision && session.state === 'open') throw elsewhere(session);
      const grade = gradeTriage(set, soundAnswer(session.draft, set));
      const written = await services.storage.handInTriage(session.id, {
        ...{ grade, revision, at: nowOf(services) },
      });
      return c.json(triageSessionViewOf(set, accepted(written)), 200);
    });

function setOf({ library }: Services, slug: string): TriageSet {
  const set = library.triage.get(slug);
  if (!set) throw missing('There is no such triage set.', 'Choose one in the list of triage sets.');
  return set;
}

async function workOf(services: Services, id: string) {
  const session = await services.storage.triageSession(id);
  if (!session) throw noSession();
  return { session, set: setOf(services, session.set) };
}

const noSession = (): Problem =>
  missing('There is no such go.', 'Open the set again from the list of triage sets.');

function accepted(written: WriteResult<TriageSession> | undefined): TriageSession {
  if (!written) throw handedInAlready();
  if (written.conflict) throw elsewhere(written.current);
  return written.value;
}

const elsewhere = ({ draft, elapsedSeconds, revision }: TriageSession): Problem =>
  writtenElsewhere({ draft, elapsedSeconds, revision });

const handedInAlready = (): Problem =>
  new Problem({
    ...{ kind: 'handed-in', status: 409, title: 'Not now' },
    ...{ detail: 'This triage is handed in.', mend: 'Open it again to see its result.' },
  });

/** What names only findings of the set, takes no more than fits and does not contradict itself. */
function soundAnswer(value: unknown, set: TriageSet): TriageAnswer {
  const read = readAnswer(value, set);
  if (read.ok) return read.answer;
  throw new Problem({
    ...{ kind: 'invalid-input', status: 400, title: 'This is no answer to this set' },
    ...{ detail: read.message, mend: read.mend },
  });
}
