import { beforeEach, describe, expect, it } from 'vitest';
import {
  clientOf,
  fixtureQuestion,
  fixtureQuestions,
  gradedAttempt,
  libraryOf,
  testServer,
} from '../fixtures-for-tests.ts';
import { questionDetail, questionPage } from './schemas/question.ts';

let server: Awaited<ReturnType<typeof testServer>>;
let api: ReturnType<typeof clientOf>;
beforeEach(async () => {
  server = await testServer();
  api = clientOf(server);
  return server.close;
});

type Query = Parameters<typeof api.questions.$get>[0]['query'];
const list = async (query: Query) => questionPage.parse(await (await api.questions.$get({ query })).json());
const slugs = async (query: Query) => (await list(query)).items.map(({ slug }) => slug);

describe('the question bank', () => {
  it('shows summaries with an opening in place of the prompt', async () => {
    const { items, total } = await list({});
    expect(total).toBe(3);
    expect(items[0]).toMatchObject({
      slug: 'csrf',
      own: false,
      status: 'new',
      attempts: 0,
      lastBand: null,
      dueAt: null,
    });
    expect(items[0]?.opening).toBe('How does CSRF work, and when do SameSite cookies not help?');
    expect(items[1]).not.toHaveProperty('snippet');
  });

  it('no longer lists, finds or shows a question that turned out to have errors', async () => {
    const before = libraryOf(fixtureQuestions);
    let { prompts } = before;
    const library = {
      ...before,
      get prompts() {
        return prompts;
      },
    };
    const live = await testServer({ library });
    const there = clientOf(live);
    const found = async (query: Query) =>
      questionPage.parse(await (await there.questions.$get({ query })).json()).items.map(({ slug }) => slug);
    expect(await found({ query: 'forgery' })).toEqual(['csrf']);
    prompts = libraryOf(fixtureQuestions.slice(1)).prompts;
    expect(await found({ query: 'forgery' })).toEqual([]);
    expect(await found({})).toEqual(['sql-review', 'saying-no']);
    expect((await there.questions[':slug'].$get({ param: { slug: 'csrf' } })).status).toBe(404);
    await live.close();
  });

  it('finds by the beginning of a word, by a misspelling, by topic', async () => {
    expect(await slugs({ query: 'forg' })).toEqual(['csrf']);
    expect(await slugs({ query: 'cokies' })).toEqual(['csrf']);
    expect(await slugs({ query: 'injection' })).toEqual(['sql-review']);
    expect(await slugs({ query: 'launch no' })).toEqual(['saying-no']);
    expect(await slugs({ query: 'zebra' })).toEqual([]);
  });

  it('finds nothing by words of the rubric', async () => {
    for (const query of ['SECRET', 'paraphrase', 'misconception', 'debrief', 'slot'])
      expect(await slugs({ query })).toEqual([]);
  });

  it('takes any value inside a filter and all filters together', async () => {
    expect(await slugs({ category: ['fundamentals', 'behavioral'] })).toEqual(['csrf', 'saying-no']);
    expect(await slugs({ category: ['fundamentals', 'behavioral'], stage: 'hiring-manager' })).toEqual([
      'saying-no',
    ]);
    expect(await slugs({ difficulty: '4' })).toEqual(['sql-review']);
    expect(await slugs({ competency: 'influence' })).toEqual(['saying-no']);
    expect(await slugs({ language: 'go' })).toEqual(['sql-review']);
    expect(await slugs({ format: 'explain', pack: 'other' })).toEqual([]);
  });

  it('counts in each facet what another choice there would bring', async () => {
    const { facets } = await list({ category: 'fundamentals' });
    expect(facets.category).toEqual([
      { value: 'behavioral', count: 1 },
      { value: 'code-review', count: 1 },
      { value: 'fundamentals', count: 1 },
    ]);
    expect(facets.format).toEqual([{ value: 'explain', count: 1 }]);
  });

  it('pages', async () => {
    expect(await slugs({ limit: '1', offset: '1' })).toHaveLength(1);
    expect((await list({ limit: '1', offset: '9' })).items).toEqual([]);
  });

  it('follows what was practiced: weak, then due, then found under both', async () => {
    await gradedAttempt(api, 'nothing');
    expect((await list({ status: 'weak' })).items).toMatchObject([
      { slug: 'csrf', status: 'weak', attempts: 1, lastBand: 'strong-no', lastScore: 0 },
    ]);
    server.clock.now = new Date('2026-11-25T12:00:00.000Z');
    const due = await list({ status: 'due' });
    expect(due.items).toMatchObject([{ slug: 'csrf', status: 'due' }]);
    expect(due.facets.status).toContainEqual({ value: 'weak', count: 1 });
    expect(await slugs({ status: 'weak' })).toEqual(['csrf']);
    expect(await slugs({ status: 'new' })).toEqual(['sql-review', 'saying-no']);
  });

  it('says nothing about an answer that is only handed in', async () => {
    await api.attempts.$post({ json: { question: 'csrf' } });
    const json = { answer: 'nothing', notes: '', elapsedSeconds: 1, revision: 0 };
    await api.attempts[':id'].submission.$post({ param: { id: 'attempt-1' }, json });
    expect((await list({ query: 'csrf' })).items).toMatchObject([
      { status: 'new', lastScore: null, lastBand: null },
    ]);
  });

  it('shows a question with its history and its open draft', async () => {
    await gradedAttempt(api, 'made:first');
    await api.attempts.$post({ json: { question: 'csrf' } });
    const detail = questionDetail.parse(
      await (await api.questions[':slug'].$get({ param: { slug: 'csrf' } })).json(),
    );
    expect(detail).toMatchObject({
      question: { slug: 'csrf', own: false },
      status: 'weak',
      draft: 'attempt-2',
    });
    expect(detail.history.map(({ id }) => id)).toEqual(expect.arrayContaining(['attempt-1', 'attempt-2']));
    expect((await api.questions[':slug'].$get({ param: { slug: 'nothing' } })).status).toBe(404);
  });

  it('lists competencies with readable titles', async () => {
    const { items } = await (await api.competencies.$get()).json();
    expect(items).toContainEqual({ id: 'code-review', title: 'Code review', questions: 1 });
  });

  it('refuses filters that do not exist', async () => {
    const response = await server.app.request(
      'http://127.0.0.1:4747/api/questions?category=poetry&limit=many',
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field: 'category' }, { field: 'limit' }] });
  });
});

it('finds one question among ten thousand', async () => {
  const many = Array.from({ length: 10_000 }, (_, number) =>
    fixtureQuestion(`question-${number}`, { prompt: `How would you defend part${number} of a service?` }),
  );
  const large = await testServer({ library: libraryOf(many) });
  const response = await clientOf(large).questions.$get({ query: { query: 'defend part7777' } });
  expect(questionPage.parse(await response.json()).items[0]).toMatchObject({ slug: 'question-7777' });
  await large.close();
});
