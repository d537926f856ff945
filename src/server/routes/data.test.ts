import { beforeEach, describe, expect, it } from 'vitest';
import { clientOf, gradedAttempt, libraryOf, testServer } from '../fixtures-for-tests.ts';

let server: Awaited<ReturnType<typeof testServer>>;
let api: ReturnType<typeof clientOf>;
beforeEach(async () => {
  server = await testServer();
  api = clientOf(server);
  return server.close;
});

const own = { title: 'My question!', prompt: 'What did I build?', modelAnswer: 'A vault.', minutes: 4 };

async function practice() {
  const { param } = await gradedAttempt(api, 'made:first and 😀 \u0000 done');
  await api.attempts[':id'].probes.$post({ param, json: {} });
  const target = { ...param, kind: 'point', target: 'second' } as const;
  await api.attempts[':id'].overrules[':kind'][':target'].$put({
    param: target,
    json: { verdict: 'yes', quote: { start: 0, end: 4 } },
  });
  await api['own-questions'].$post({ json: own });
  await api.settings.$put({ json: { interviewDate: '2026-12-24', theme: 'light', languages: ['Java'] } });
  return param;
}
async function begun(there: typeof api): Promise<{ id: string }> {
  const started = await (await there.attempts.$post({ json: { question: 'csrf' } })).json();
  if (!('id' in started)) throw new Error(started.detail);
  return started;
}
const exported = async () => (await api.data.$get()).json();
const importing = (json: Record<string, unknown>, mode?: 'merge' | 'replace') =>
  api.data.import.$post({ json, query: mode ? { mode } : {} });

describe('data', () => {
  it('comes out as a file and goes in again unchanged', async () => {
    const param = await practice();
    const response = await api.data.$get();
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="hotseat-2026-11-23.json"',
    );
    const document = await response.json();
    expect(document).toMatchObject({
      format: 'hotseat-export',
      attempts: [{ id: param.id }],
      probes: [{ kind: 'point' }],
    });

    const other = await testServer();
    const there = clientOf(other);
    const imported = await there.data.import.$post({ json: { ...document }, query: { mode: 'replace' } });
    expect(await imported.json()).toEqual({
      attempts: 1,
      ownQuestions: 1,
      labSessions: 0,
      scenarioSessions: 0,
      triageSessions: 0,
      threatModels: 0,
    });
    expect(await (await there.data.$get()).json()).toEqual(document);
    expect(await (await there.attempts[':id'].$get({ param })).json()).toEqual(
      await (await api.attempts[':id'].$get({ param })).json(),
    );
    await other.close();
  });

  it('comes out without the grade of an answer that is handed in, which is graded again after the import', async () => {
    const { id } = await begun(api);
    const param = { id };
    const json = { answer: 'made:first 😀', notes: 'n', elapsedSeconds: 9, revision: 0 };
    await api.attempts[':id'].submission.$post({ param, json });
    const document = await exported();
    expect(document.attempts).toMatchObject([{ state: 'submitted', grade: null, answer: json.answer }]);
    expect(JSON.stringify(document)).not.toContain('SECRET');

    const other = await testServer();
    const there = clientOf(other);
    await there.data.import.$post({ json: { ...document }, query: { mode: 'replace' } });
    const waiting = await (await there.attempts[':id'].$get({ param })).json();
    expect(waiting).toMatchObject({ state: 'submitted', answer: json.answer, result: null });
    const scores = await Promise.all(
      [api, there].map(async (each) =>
        (await each.attempts[':id']['self-score'].$post({ param, json: { score: 2 } })).json(),
      ),
    );
    expect(scores[0]).toMatchObject({
      state: 'graded',
      result: { points: [{ id: 'first', met: 'yes' }, {}, {}] },
    });
    expect(scores[1]).toEqual(scores[0]);
    await other.close();
  });

  it('keeps a handed-in answer whose question is not installed where it was imported, until it is', async () => {
    const { id } = await begun(api);
    const param = { id };
    const json = { answer: 'made:first', notes: '', elapsedSeconds: 9, revision: 0 };
    await api.attempts[':id'].submission.$post({ param, json });
    const document = await exported();
    const other = await testServer({ library: libraryOf([]) });
    const there = clientOf(other);
    await there.data.import.$post({ json: { ...document }, query: {} });
    const refused = await there.attempts[':id']['self-score'].$post({ param, json: { score: 2 } });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ mend: expect.stringContaining('is kept') });
    expect(await (await there.data.$get()).json()).toEqual(document);
    await other.close();
  });

  it('says what an import would add before anything is changed', async () => {
    await practice();
    const document = await exported();
    const other = await testServer();
    const there = clientOf(other);
    const preview = async () => (await there.data.import.preview.$post({ json: { ...document } })).json();
    expect(await preview()).toEqual({
      holds: {
        attempts: 1,
        ownQuestions: 1,
        labSessions: 0,
        scenarioSessions: 0,
        triageSessions: 0,
        threatModels: 0,
      },
      merge: {
        attempts: { added: 1, updated: 0 },
        ownQuestions: { added: 1, updated: 0 },
        labSessions: { added: 0, updated: 0 },
        scenarioSessions: { added: 0, updated: 0 },
        triageSessions: { added: 0, updated: 0 },
        threatModels: { added: 0, updated: 0 },
        settings: true,
      },
      replace: {
        removes: {
          attempts: 0,
          ownQuestions: 0,
          labSessions: 0,
          scenarioSessions: 0,
          triageSessions: 0,
          threatModels: 0,
        },
      },
    });
    expect(await (await there.data.$get()).json()).toMatchObject({ attempts: [], ownQuestions: [] });
    await there.data.import.$post({ json: { ...document }, query: {} });
    expect(await preview()).toMatchObject({ merge: { attempts: { added: 0 }, settings: false } });
    await other.close();
  });

  it('deletes everything', async () => {
    await practice();
    expect((await api.data.$delete()).status).toBe(204);
    expect(await exported()).toMatchObject({
      attempts: [],
      probes: [],
      overrules: [],
      ownQuestions: [],
      settings: { interviewDate: null },
    });
    expect((await (await api.today.$get({ query: {} })).json()) as object).toMatchObject({ firstTime: true });
  });

  it.each([
    ['something else', { name: 'a holiday list' }, 'not-an-export'],
    ['a file of a newer Hotseat', { format: 'hotseat-export', version: 99 }, 'newer-version'],
    ['a damaged file', { format: 'hotseat-export', version: 1, attempts: 'none' }, 'malformed'],
  ])('refuses %s and changes nothing', async (_, document, kind) => {
    await practice();
    const before = await exported();
    const response = await importing(document, 'replace');
    expect(response.status).toBe(400);
    const refusal = await response.json();
    expect(refusal).toMatchObject({ type: expect.stringContaining(kind), mend: expect.any(String) });
    const preview = await api.data.import.preview.$post({ json: document });
    expect([preview.status, await preview.json()]).toEqual([400, refusal]);
    expect(await exported()).toEqual(before);
  });

  it('names the fault inside a damaged file', async () => {
    await practice();
    const document = await exported();
    const attempts = document.attempts.map((attempt) => ({ ...attempt, startedAt: 'yesterday' }));
    const response = await importing({ ...document, attempts });
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining('attempts[0].startedAt: is not a date'),
      errors: [{ field: 'attempts[0].startedAt' }],
    });
  });
});

describe('own questions', () => {
  it('are added, found, practiced against the model answer, changed and deleted', async () => {
    const created = await api['own-questions'].$post({ json: own });
    expect(created.status).toBe(201);
    const { slug } = (await created.json()) as { slug: string };
    expect(slug).toBe('own-my-question');
    expect(await (await api['own-questions'].$post({ json: own })).json()).toMatchObject({
      slug: 'own-my-question-2',
    });
    expect(
      (await (await api.questions.$get({ query: { query: 'build', pack: 'own' } })).json()) as object,
    ).toMatchObject({
      total: 2,
      items: [{ own: true, pack: 'own', title: 'My question!' }, {}],
    });

    const { result, view } = await gradedAttempt(api, 'made:sentence', slug);
    expect(view.question).toMatchObject({ slug, own: true, prompt: 'What did I build?' });
    expect(result).toMatchObject({ modelAnswer: 'A vault.', debrief: null, score: 1, nextProbe: 'none' });

    await api['own-questions'][':slug'].$put({ param: { slug }, json: { ...own, title: 'Renamed' } });
    expect((await (await api['own-questions'].$get()).json()) as object).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ slug, title: 'Renamed' })]),
    });
    expect((await api['own-questions'][':slug'].$delete({ param: { slug } })).status).toBe(204);
    expect((await api['own-questions'][':slug'].$delete({ param: { slug } })).status).toBe(404);
    expect((await api['own-questions'][':slug'].$put({ param: { slug }, json: own })).status).toBe(404);
    const after = await (await api.attempts[':id'].$get({ param: { id: view.id } })).json();
    expect(after).toMatchObject({ question: { title: 'My question!' }, result: { modelAnswer: 'A vault.' } });
  });

  it('never take the name of a question of a pack', async () => {
    const title = 'A title without letters that fold: 日本語';
    expect(await (await api['own-questions'].$post({ json: { ...own, title } })).json()).toMatchObject({
      slug: 'own-a-title-without-letters-that-fold',
    });
    expect(
      await (await api['own-questions'].$post({ json: { ...own, title: '日本語' } })).json(),
    ).toMatchObject({ slug: 'own-question' });
  });

  it('say which field is wrong', async () => {
    const response = await api['own-questions'].$post({ json: { ...own, title: '  ', minutes: 0 } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ field: 'title', message: 'is empty' }, { field: 'minutes' }],
    });
  });
});

describe('guide, packs and system', () => {
  it('are listed and shown', async () => {
    expect(await (await api.guide.$get()).json()).toEqual({
      pages: [{ slug: 'loop', title: 'The loop', summary: 'Five stages.', section: 'stages', order: 1 }],
    });
    expect(await (await api.guide[':slug'].$get({ param: { slug: 'loop' } })).json()).toMatchObject({
      markdown: '# The loop',
    });
    expect((await api.guide[':slug'].$get({ param: { slug: 'other' } })).status).toBe(404);
    expect(await (await api.packs.$get()).json()).toMatchObject({
      items: [{ id: 'test', questions: 3, labs: 0, removable: false }],
    });
    expect(await (await api.system.$get()).json()).toMatchObject({
      items: [{ name: 'Node.js', state: 'ready' }],
    });
    expect(await (await api.health.$get()).json()).toEqual({
      name: 'hotseat',
      version: '0.0.0',
      notices: [],
    });
  });
});
