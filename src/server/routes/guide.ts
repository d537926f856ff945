import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, notFound } from './describe.ts';
import { missing } from './problem.ts';
import { createRouter } from './router.ts';
import { guideContents, guidePage, guideParams } from './schemas/guide.ts';
import type { Services } from './services.ts';

const showContents = createRoute({
  method: 'get',
  path: '/guide',
  summary: 'The pages of the guide.',
  responses: { 200: answers(guideContents, 'The contents.') },
});

const showPage = createRoute({
  method: 'get',
  path: '/guide/{slug}',
  summary: 'A page of the guide.',
  request: { params: guideParams },
  responses: { 200: answers(guidePage, 'The page.'), ...badInput, ...notFound },
});

export const guideRoutes = (services: Services) =>
  createRouter()
    .openapi(showContents, (c) => {
      const pages = services.library.guide.map(({ slug, title, summary, section, order }) => ({
        slug,
        title,
        summary,
        section,
        order,
      }));
      return c.json({ pages: pages.toSorted((a, b) => a.order - b.order) }, 200);
    })
    .openapi(showPage, (c) => {
      const page = services.library.guide.find(({ slug }) => slug === c.req.valid('param').slug);
      if (!page) throw missing('There is no such page in the guide.');
      const { slug, title, summary, section, body: markdown } = page;
      return c.json({ slug, title, summary, section, markdown }, 200);
    });
