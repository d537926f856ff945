import { beforeEach, describe, expect, it } from 'vitest';
import {
  clientOf,
  fixtureQuestions,
  gradedAttempt,
  libraryOf,
  testServer,
  toldReader,
} from '../fixtures-for-tests.ts';
import { GradingError } from '../practice/reader.ts';
import { attemptView } from './schemas/attempt.ts';

let server: Awaited<ReturnType<typeof testServer>>;
let api: ReturnType<typeof clientOf>;
beforeEach(async () => {
  server = await testServer();
  api = clientOf(server);
  return server.close;
});

const draft = (answer: string, revision: number) => ({ answer, notes: 'note', elapsedSeconds: 12, revision });
const start = async (question = 'csrf') => {
  const response = await api.attempts.$post({ json: { question } });
  return { status: response.status, id: 'attempt-1', view: await response.json() };
};

describe('attempts', () => {
  it('starts one, and resumes it instead of starting another', async () => {
    expect((await start()).status).toBe(201);
    const { status, view } = await start();
    expect(status).toBe(200);
    expect(view).toMatchObject({ id: 'attempt-1', state: 'drafting', answer: '', revision: 0, result: null });
  });

  it('refuses a question that is not there', async () => {
    const response = await api.attempts.$post({ json: { question: 'nothing' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ title: 'Not found', mend: expect.any(String) });
  });

  it('refuses to begin a question whose file has errors, and says what to do', async () => {
    const library = { ...libraryOf(fixtureQuestions), question: () => undefined };
    const faulty = await testServer({ library });
    const response = await clientOf(faulty).attempts.$post({ json: { question: 'csrf' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining('errors'),
      mend: expect.stringContaining('hotseat content lint'),
    });
    expect(await (await clientOf(faulty).attempts.$get({ query: {} })).json()).toEqual({ items: [] });
    await faulty.close();
  });

  it('keeps the draft when the answer cannot be graded, and says what to do', async () => {
    const grade = () => Promise.reject(new GradingError('too-long', 'It took too long.'));
    const slow = await testServer({ reader: { ...toldReader, grade } });
    const there = clientOf(slow).attempts;
    await there.$post({ json: { question: 'csrf' } });
    const param = { id: 'attempt-1' };
    await there[':id'].draft.$put({ param, json: draft('kept', 0) });
    const response = await there[':id'].submission.$post({ param, json: draft('kept', 1) });
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      type: expect.stringContaining('grading-too-long'),
      detail: 'It took too long.',
      mend: expect.stringContaining('your draft is kept'),
    });
    expect(await (await there[':id'].$get({ param })).json()).toMatchObject({
      state: 'drafting',
      answer: 'kept',
    });
    await slow.close();
  });

  it('goes from draft over submission and own score to the grade', async () => {
    await start();
    const param = { id: 'attempt-1' };
    const saved = await api.attempts[':id'].draft.$put({ param, json: draft('It is made:first', 0) });
    expect(await saved.json()).toEqual({ revision: 1, updatedAt: '2026-11-23T12:00:00.000Z' });

    const submitted = await api.attempts[':id'].submission.$post({
      param,
      json: draft('It is made:first and made:third', 1),
    });
    expect(await submitted.json()).toMatchObject({ state: 'submitted', result: null });

    const graded = await api.attempts[':id']['self-score'].$post({ param, json: { score: 2 } });
    const view = attemptView.parse(await graded.json());
    expect(view).toMatchObject({ state: 'graded', selfScore: 2, elapsedSeconds: 12, notes: 'note' });
    expect(view.result?.points.map(({ id, met }) => [id, met])).toEqual([
      ['first', 'yes'],
      ['second', 'no'],
      ['third', 'yes'],
    ]);
    expect(view.result?.points[0]?.quotes).toEqual([{ text: 'made:first', start: 6, end: 16 }]);
    expect(view.result).toMatchObject({
      band: 'yes',
      unprompted: { met: 2, of: 3 },
      prompted: { met: 0, of: 3 },
      nextProbe: 'available',
    });
    expect(view.result?.debrief?.markdown).toContain('What is measured');
    expect(view.result?.anchor).toMatch(/mechanism/);
  });

  it('tells the second of two tabs what the first one wrote', async () => {
    await start();
    const param = { id: 'attempt-1' };
    await api.attempts[':id'].draft.$put({ param, json: draft('of the first tab', 0) });
    for (const write of [
      () => api.attempts[':id'].draft.$put({ param, json: draft('of the second tab', 0) }),
      () => api.attempts[':id'].submission.$post({ param, json: draft('of the second tab', 0) }),
    ]) {
      const response = await write();
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({
        type: expect.stringContaining('written-elsewhere'),
        current: { answer: 'of the first tab', notes: 'note', elapsedSeconds: 12, revision: 1 },
      });
    }
  });

  it('refuses to change an answer that is handed in', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    const responses = [
      await api.attempts[':id'].draft.$put({ param, json: draft('later', 1) }),
      await api.attempts[':id'].submission.$post({ param, json: draft('later', 1) }),
    ];
    for (const response of responses) {
      expect(response.status).toBe(409);
      const body = await response.json();
      expect(body).toMatchObject({ type: expect.stringContaining('not-a-draft') });
      expect(body).not.toHaveProperty('current');
    }
  });

  it('keeps the first own score', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    const again = await api.attempts[':id']['self-score'].$post({ param, json: { score: 1 } });
    expect(await again.json()).toMatchObject({ selfScore: 3 });
  });

  it('shows no grade for a draft', async () => {
    await start();
    const response = await api.attempts[':id']['self-score'].$post({
      param: { id: 'attempt-1' },
      json: { score: 1 },
    });
    expect(response.status).toBe(409);
  });

  it('lists attempts newest first and hides the score of one that is only handed in', async () => {
    await gradedAttempt(api, 'made:first made:second made:third');
    server.clock.now = new Date('2026-11-24T12:00:00.000Z');
    const { view } = await start('saying-no');
    if (!('id' in view)) throw new Error('not started');
    await api.attempts[':id'].submission.$post({
      param: { id: view.id },
      json: draft('four words of mine', 0),
    });
    const { items } = (await (await api.attempts.$get({ query: {} })).json()) as { items: object[] };
    expect(items).toMatchObject([
      { question: 'saying-no', state: 'submitted', score: null, band: null, answerWords: 4 },
      {
        question: 'csrf',
        title: 'Cross-site request forgery',
        state: 'graded',
        score: 1,
        band: 'strong-yes',
      },
    ]);
    const one = await api.attempts.$get({ query: { question: 'csrf', limit: '1' } });
    expect((await one.json()) as object).toMatchObject({ items: [{ question: 'csrf' }] });
  });

  it('deletes an attempt with all that belongs to it', async () => {
    const { param } = await gradedAttempt(api, 'nothing');
    await api.attempts[':id'].probes.$post({ param, json: {} });
    expect((await api.attempts[':id'].$delete({ param })).status).toBe(204);
    expect((await api.attempts[':id'].$get({ param })).status).toBe(404);
    expect((await api.attempts[':id'].$delete({ param })).status).toBe(404);
  });

  it('keeps a draft whose question is gone, and says why it cannot be graded', async () => {
    await server.services.storage.startAttempt('gone', 'lost', '2026-11-23T12:00:00.000Z');
    const param = { id: 'lost' };
    const view = await (await api.attempts[':id'].$get({ param })).json();
    expect(view).toMatchObject({
      question: { title: 'gone', prompt: expect.stringContaining('no longer installed') },
    });
    expect((await api.attempts[':id'].draft.$put({ param, json: draft('kept', 0) })).status).toBe(200);
    const response = await api.attempts[':id'].submission.$post({ param, json: draft('kept', 1) });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ type: expect.stringContaining('question-missing') });
  });

  it('answers 404 for an attempt that is not there, whatever is asked of it', async () => {
    const param = { id: 'nobody' };
    const target = { ...param, kind: 'point', target: 'first' } as const;
    const responses = await Promise.all([
      api.attempts[':id'].$get({ param }),
      api.attempts[':id'].draft.$put({ param, json: draft('', 0) }),
      api.attempts[':id'].submission.$post({ param, json: draft('', 0) }),
      api.attempts[':id']['self-score'].$post({ param, json: { score: 1 } }),
      api.attempts[':id'].probes.$post({ param, json: {} }),
      api.attempts[':id'].probes[':ordinal'].draft.$put({
        param: { ...param, ordinal: '0' },
        json: { answer: '', revision: 0 },
      }),
      api.attempts[':id'].probes[':ordinal'].answer.$post({
        param: { ...param, ordinal: '0' },
        json: { answer: '' },
      }),
      api.attempts[':id'].overrules[':kind'][':target'].$put({
        param: target,
        json: { verdict: 'no', quote: null },
      }),
      api.attempts[':id'].overrules[':kind'][':target'].$delete({ param: target }),
    ]);
    expect(responses.map(({ status }) => status)).toEqual(responses.map(() => 404));
  });
});
