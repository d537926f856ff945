import { createRoute } from '@hono/zod-openapi';
import { briefOf, type LabBrief } from '#core/content/lab.ts';
import { commonWeaknesses } from '#core/review/cwe/common.ts';
import { searchWeaknesses } from '#core/review/cwe/search.ts';
import type { LabOutline } from '../storage/lab-session.ts';
import { answers, badInput, notFound } from './describe.ts';
import { labOf } from './lab-access.ts';
import { createRouter } from './router.ts';
import { labList, labParams, labView, weaknessList, weaknessQuery } from './schemas/lab.ts';
import type { Services } from './services.ts';

const listLabs = createRoute({
  method: 'get',
  path: '/labs',
  summary: 'The labs, and how far the candidate came in each.',
  responses: { 200: answers(labList, 'The labs.') },
});

const showLab = createRoute({
  method: 'get',
  path: '/labs/{slug}',
  summary: 'What may be seen of a lab before the review: brief, app, pull request.',
  request: { params: labParams },
  responses: { 200: answers(labView, 'The lab.'), ...badInput, ...notFound },
});

const listWeaknesses = createRoute({
  method: 'get',
  path: '/weaknesses',
  summary: 'Searches the CWE list; common ones first.',
  request: { query: weaknessQuery },
  responses: { 200: answers(weaknessList, 'The weaknesses.'), ...badInput },
});

export const labRoutes = (services: Services) =>
  createRouter()
    .openapi(listLabs, async (c) => {
      const sessions = await services.storage.labOutlines();
      const labs = [...services.library.labs.values()].map((brief) => itemOf(services, brief, sessions));
      return c.json({ labs }, 200);
    })
    .openapi(showLab, async (c) => {
      const lab = labOf(services, c.req.valid('param').slug);
      const sessions = await services.storage.labOutlines();
      const open = sessions.find((session) => session.lab === lab.slug && session.state === 'open');
      const { brief, app, pullRequest } = lab;
      const shown = { brief, app: [...app], pullRequest: pullRequest ?? null, openSession: open?.id ?? null };
      return c.json({ ...itemOf(services, briefOf(lab), sessions), ...shown }, 200);
    })
    .openapi(listWeaknesses, (c) => {
      const found = searchWeaknesses(c.req.valid('query').q);
      return c.json(
        { weaknesses: found.map(({ id, name }) => ({ id, name, common: commonWeaknesses.has(id) })) },
        200,
      );
    });

function itemOf({ sandbox }: Services, brief: LabBrief, all: readonly LabOutline[]) {
  const sessions = all.filter(({ lab }) => lab === brief.slug);
  const scores = sessions.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    ...brief,
    competencies: [...brief.competencies],
    hintCosts: [...brief.hintCosts],
    availability: sandbox.available(brief.language),
    status: statusOf(sessions),
    bestScore: scores.length > 0 ? Math.max(...scores) : null,
    lastAt: sessions.at(-1)?.updatedAt ?? null,
  };
}

function statusOf(sessions: readonly LabOutline[]) {
  if (sessions.some(({ standing }) => standing.passedAt !== null)) return 'passed' as const;
  if (sessions.some(({ state }) => state === 'open')) return 'started' as const;
  return sessions.length > 0 ? ('given-up' as const) : ('new' as const);
}
