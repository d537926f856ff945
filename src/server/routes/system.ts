import { createRoute } from '@hono/zod-openapi';
import { answers } from './describe.ts';
import { createRouter } from './router.ts';
import { health, packs, system } from './schemas/system.ts';
import type { Services } from './services.ts';

const showHealth = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Says that Hotseat answers, and what needs attention.',
  responses: { 200: answers(health, 'Hotseat answers.') },
});

const showSystem = createRoute({
  method: 'get',
  path: '/system',
  summary: 'What works on this machine, what does not, and the mend.',
  responses: { 200: answers(system, 'One item for every part.') },
});

const listPacks = createRoute({
  method: 'get',
  path: '/packs',
  summary: 'The installed content packs.',
  responses: { 200: answers(packs, 'The packs.') },
});

export const systemRoutes = (services: Services) =>
  createRouter()
    .openapi(showHealth, (c) =>
      c.json({ name: 'hotseat' as const, version: services.version, notices: services.notices() }, 200),
    )
    .openapi(showSystem, async (c) => c.json({ items: await services.system() }, 200))
    .openapi(listPacks, (c) => {
      const items = services.library.packs.map(({ manifest, ...counts }) => {
        const { questions, labs, problems, removable } = counts;
        const { id, title, version, license } = manifest;
        return { id, title, version, license, questions, labs, problems, removable };
      });
      return c.json({ items }, 200);
    });
