import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, gradedAttempt, testPort, testServer } from '../fixtures-for-tests.ts';

let server: Awaited<ReturnType<typeof testServer>>;
beforeAll(async () => {
  server = await testServer();
  await gradedAttempt(clientOf(server), 'made:first');
  await clientOf(server).attempts[':id'].probes.$post({ param: { id: 'attempt-1' }, json: {} });
  await clientOf(server).attempts.$post({ json: { question: 'saying-no' } });
});
afterAll(() => server.close());

const send = (
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
) =>
  server.app.request(`http://127.0.0.1:${testPort}${path}`, {
    method,
    ...(body === undefined ? {} : { body }),
    headers: { 'content-type': type },
  });

const writes: [string, string][] = [
  ['POST', '/api/attempts'],
  ['PUT', '/api/attempts/attempt-2/draft'],
  ['POST', '/api/attempts/attempt-2/submission'],
  ['POST', '/api/attempts/attempt-1/self-score'],
  ['POST', '/api/attempts/attempt-1/probes'],
  ['PUT', '/api/attempts/attempt-1/probes/0/draft'],
  ['POST', '/api/attempts/attempt-1/probes/0/answer'],
  ['PUT', '/api/attempts/attempt-1/overrules/point/first'],
  ['PUT', '/api/settings'],
  ['POST', '/api/data/import'],
  ['POST', '/api/own-questions'],
  ['PUT', '/api/own-questions/own-x'],
  ['POST', '/api/threat-models'],
  ['PUT', '/api/threat-models/model-x'],
  ['PUT', '/api/threat-models/model-x/title'],
  ['POST', '/api/threat-models/model-x/versions'],
  ['POST', '/api/threat-model-analysis'],
];
/** A whole threat model, or everything of a user, may be larger than the rest. */
const takesMuch = new Set([
  '/api/data/import',
  '/api/threat-models',
  '/api/threat-models/model-x',
  '/api/threat-model-analysis',
]);
const fields = [
  'answer',
  'notes',
  'elapsedSeconds',
  'revision',
  'score',
  'verdict',
  'quote',
  'reason',
  'question',
  'theme',
  'languages',
  'interviewDate',
  'title',
  'prompt',
  'modelAnswer',
  'minutes',
  'format',
  'version',
  'attempts',
  'document',
  'file',
  'name',
  '__proto__',
  'constructor',
];

describe('input that nobody sends by accident', () => {
  it('gets a problem document or an answer, never a fault of ours', async () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('hotseat-export', 1, 2, 'yes', null, [], '\ud800', 1e308, -1),
    );
    const body = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.dictionary(fc.constantFrom(...fields), value).map((object) => JSON.stringify(object)),
      },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string() },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...writes), body, async ([method, path], text) => {
        const response = await send(method, path, text);
        expect(response.status, await response.clone().text()).toBeLessThan(500);
        if (response.status >= 400) {
          expect(response.headers.get('content-type')).toContain('application/problem+json');
          expect(await response.json()).toMatchObject({
            type: expect.any(String),
            title: expect.any(String),
            status: response.status,
            detail: expect.any(String),
          });
        }
      }),
      { numRuns: 600 },
    );
    expect(server.reports).toEqual([]);
  });

  it('gets the same for any path and query', async () => {
    const part = fc.oneof(
      fc.string({ maxLength: 90 }),
      fc.constantFrom('..', '%00', '%2e%2e', '%ff', 'own-x', '__proto__', '9'.repeat(40)),
    );
    const templates = [
      '/api/questions/X',
      '/api/attempts/X',
      '/api/attempts/attempt-1/probes/X/answer',
      '/api/attempts/attempt-1/overrules/X/Y',
      '/api/guide/X',
      '/api/own-questions/X',
      '/api/questions?query=X&limit=Y',
      '/api/today?date=X',
      '/api/attempts?limit=X',
      '/api/X',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...templates),
        fc.constantFrom('GET', 'DELETE', 'PUT', 'POST', 'PATCH', 'OPTIONS'),
        part,
        part,
        async (template, method, x, y) => {
          const escaped = (text: string) =>
            text.startsWith('%') ? text : encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
          const path = template.replace('X', escaped(x)).replace('Y', escaped(y));
          const response = await send(method, path, method === 'PUT' || method === 'POST' ? '{}' : undefined);
          // A path that leads out of the API leads to the web app, which is not built here.
          const inside = new URL(path, 'http://host').pathname.startsWith('/api');
          expect(response.status, path).toBeLessThan(inside ? 500 : 504);
        },
      ),
      { numRuns: 600 },
    );
    expect(server.reports).toEqual([]);
  });

  it('must be JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      for (const [method, path] of writes) expect((await send(method, path, '{}', type)).status).toBe(415);
    }
  });

  it('must not be too large', async () => {
    const large = JSON.stringify({
      answer: 'x'.repeat(300 * 1024),
      notes: '',
      elapsedSeconds: 0,
      revision: 0,
    });
    for (const [method, path] of writes.filter(([, where]) => !takesMuch.has(where))) {
      const response = await send(method, path, large);
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({
        detail: expect.stringContaining('256 KiB'),
        mend: expect.any(String),
      });
    }
    expect((await send('POST', '/api/data/import', large)).status).toBe(400);
    const flood = new Uint8Array(65 * 1024 * 1024).fill(32);
    expect((await send('POST', '/api/data/import', flood)).status).toBe(413);
  });

  it('is told how long an answer may be', async () => {
    const answer = (length: number) =>
      JSON.stringify({ answer: 'x'.repeat(length), notes: '', elapsedSeconds: 0, revision: 0 });
    const response = await send('PUT', '/api/attempts/attempt-2/draft', answer(40_001));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      errors: [{ field: 'answer', message: 'is longer than 40,000 characters' }],
    });
    expect((await send('PUT', '/api/attempts/attempt-2/draft', answer(40_000))).status).toBe(200);
  });

  it('keeps every character of an answer', async () => {
    const other = await testServer();
    const api = clientOf(other);
    await api.attempts.$post({ json: { question: 'csrf' } });
    const param = { id: 'attempt-1' };
    const unit = fc.string({
      unit: fc.oneof(
        fc.constantFrom('\u0000', '\r\n', '\ud83d', '😀', 'é', '\u2028'),
        fc.string({ minLength: 1, maxLength: 1 }),
      ),
    });
    let revision = 0;
    await fc.assert(
      fc.asyncProperty(unit, async (answer) => {
        const saved = await api.attempts[':id'].draft.$put({
          param,
          json: { answer, notes: answer, elapsedSeconds: 1, revision },
        });
        expect(saved.status).toBe(200);
        revision += 1;
        expect(await (await api.attempts[':id'].$get({ param })).json()).toMatchObject({
          answer,
          notes: answer,
          revision,
        });
      }),
      { numRuns: 100 },
    );
    await other.close();
  });

  it('cannot reach a fault of the database through the text of the answer', async () => {
    const broken = await testServer();
    await broken.close();
    const response = await broken.app.request(`http://127.0.0.1:${testPort}/api/today`);
    expect(response.status).toBeGreaterThanOrEqual(500);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(await response.json())).not.toMatch(/select|\.ts\b/);
    expect(broken.reports).toHaveLength(1);
  });
});
