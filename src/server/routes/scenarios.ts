import { createRoute } from '@hono/zod-openapi';
import type { ScenarioBrief } from '#core/content/scenario.ts';
import type { ScenarioOutline } from '../storage/scenario-session.ts';
import { answers, badInput, notFound } from './describe.ts';
import { createRouter } from './router.ts';
import { scenarioOf } from './scenario-access.ts';
import { scenarioList, scenarioParams, scenarioView } from './schemas/scenario.ts';
import type { Services } from './services.ts';

const listScenarios = createRoute({
  method: 'get',
  path: '/scenarios',
  summary: 'All scenarios for design rounds, with how far one came.',
  responses: { 200: answers(scenarioList, 'The scenarios.') },
});
const showScenario = createRoute({
  method: 'get',
  path: '/scenarios/{slug}',
  summary: 'One scenario: what the interviewer says at the start.',
  request: { params: scenarioParams },
  responses: { 200: answers(scenarioView, 'The scenario.'), ...badInput, ...notFound },
});

export const scenarioRoutes = (services: Services) =>
  createRouter()
    .openapi(listScenarios, async (c) => {
      const sessions = await services.storage.scenarioOutlines();
      const items = [...services.library.scenarios.values()]
        .map((brief) => itemOf(brief, sessions))
        .sort((a, b) => a.difficulty - b.difficulty || (a.title < b.title ? -1 : 1));
      return c.json({ items }, 200);
    })
    .openapi(showScenario, async (c) => {
      const scenario = scenarioOf(services, c.req.valid('param').slug);
      const item = itemOf(scenario, await services.storage.scenarioOutlines());
      return c.json({ ...item, brief: scenario.brief }, 200);
    });

function itemOf(brief: ScenarioBrief, sessions: readonly ScenarioOutline[]) {
  const { slug, pack, title, industry, difficulty, minutes, stage, competencies } = brief;
  const own = sessions.filter(({ scenario }) => scenario === slug);
  const rounds = own.filter(({ mode }) => mode !== 'spot');
  const exercises = own.filter(({ mode }) => mode === 'spot');
  const bestScore = bestOf(rounds);
  return {
    ...{ slug, pack, title, industry, difficulty, minutes, stage, competencies },
    status: statusOf(rounds),
    ...{ bestScore, bestSpotScore: bestOf(exercises) },
    lastAt:
      own
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1) ?? null,
    ...{ openRound: openIn(rounds), openSpot: openIn(exercises) },
  };
}

const openIn = (sessions: readonly ScenarioOutline[]): string | null =>
  sessions.find(({ state }) => state !== 'closed')?.id ?? null;

function bestOf(sessions: readonly ScenarioOutline[]): number | null {
  const scores = sessions.flatMap(({ state, score }) =>
    state === 'closed' && score !== null ? [score] : [],
  );
  return scores.length === 0 ? null : Math.max(...scores);
}

function statusOf(rounds: readonly ScenarioOutline[]): 'new' | 'started' | 'done' {
  if (openIn(rounds) !== null) return 'started';
  return rounds.length > 0 ? 'done' : 'new';
}
