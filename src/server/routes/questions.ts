import { createRoute, z } from '@hono/zod-openapi';
import { attemptSummary, questionSummary } from '../practice/summaries.ts';
import { filterQuestions, type Listed } from '../search/filter-questions.ts';
import { answers, badInput, notFound } from './describe.ts';
import { practiceBook } from './practice-of-user.ts';
import { missing } from './problem.ts';
import { createRouter } from './router.ts';
import { slug } from './schemas/base.ts';
import type { ShownQuestion } from './schemas/question.ts';
import { competencies, questionDetail, questionPage, questionQuery } from './schemas/question.ts';
import type { Services } from './services.ts';

const listQuestions = createRoute({
  method: 'get',
  path: '/questions',
  summary: 'The question bank: search, filters and facets.',
  request: { query: questionQuery },
  responses: { 200: answers(questionPage, 'A page of questions.'), ...badInput },
});

const showQuestion = createRoute({
  method: 'get',
  path: '/questions/{slug}',
  summary: 'A question as it may be seen before answering, with its history.',
  request: { params: z.object({ slug }) },
  responses: { 200: answers(questionDetail, 'The question.'), ...badInput, ...notFound },
});

const listCompetencies = createRoute({
  method: 'get',
  path: '/competencies',
  summary: 'What the questions exercise.',
  responses: { 200: answers(competencies, 'All competencies.') },
});

export const questionRoutes = (services: Services) =>
  createRouter()
    .openapi(listQuestions, async (c) => {
      const query = c.req.valid('query');
      const { items, facets } = filterQuestions(await searched(services, query.query), query);
      const page = items.slice(query.offset, query.offset + query.limit);
      const summaries = page.map(({ question, practice }) => questionSummary(question, practice));
      return c.json({ items: summaries, total: items.length, facets }, 200);
    })
    .openapi(showQuestion, async (c) => {
      const { slug: name } = c.req.valid('param');
      const question = await services.catalog.shown(name);
      if (!question) throw missing('There is no such question.', 'Look for it in the question bank.');
      const attempts = await services.storage.attempts({ question: name });
      const { schedule } = (await practiceBook(services)).of(name);
      const history = attempts.map((attempt) => attemptSummary(attempt, question));
      const draft = attempts.find(({ state }) => state === 'drafting')?.id ?? null;
      return c.json({ question, status: schedule.status, history, draft }, 200);
    })
    .openapi(listCompetencies, async (c) => {
      const counts = new Map<string, number>();
      for (const { competencies } of await services.catalog.all()) {
        for (const id of competencies) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const items = [...counts].map(([id, questions]) => ({ id, title: titleOf(id), questions }));
      return c.json({ items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }, 200);
    });

async function searched(services: Services, query = ''): Promise<Listed[]> {
  const [all, book] = await Promise.all([services.catalog.all(), practiceBook(services)]);
  const listed = (question: ShownQuestion): Listed => ({ question, practice: book.of(question.slug) });
  const own = all.filter((question) => question.own);
  const found = services.search.find(query, own);
  if (!found) return all.map(listed);
  const bySlug = new Map(all.map((question) => [question.slug, question]));
  return found.flatMap((slug) => {
    const question = bySlug.get(slug);
    return question ? [listed(question)] : [];
  });
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
