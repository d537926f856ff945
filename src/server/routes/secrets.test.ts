import { expect, it } from 'vitest';
import { clientOf, fixtureQuestions, gradedAttempt, testPort, testServer } from '../fixtures-for-tests.ts';

const base = `http://127.0.0.1:${testPort}/api`;

/** Every text of a rubric that must stay on the server until the grade is shown. */
const secretsOf = (): string[] =>
  fixtureQuestions.flatMap(({ tests, points, misconceptions, twist, references, debrief }) => [
    tests,
    debrief,
    twist.prompt,
    twist.reference,
    ...references,
    ...points.flatMap(({ id, claim, probe, paraphrases, anti, slots }) => [
      `"${id}"`,
      claim,
      probe,
      ...paraphrases,
      ...anti,
      ...slots.groups.flat(),
    ]),
    ...misconceptions.flatMap(({ id, claim, correction, anti }) => [id, claim, correction, ...anti]),
  ]);

/** All reads there are, by the routes of the OpenAPI document, with what is known filled in. */
async function everyRead(
  app: Awaited<ReturnType<typeof testServer>>['app'],
  attempt: string,
): Promise<string[]> {
  const document = (await (await app.request(`${base}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const known: Record<string, string> = {
    '{id}': attempt,
    '{ordinal}': '0',
    '{kind}': 'point',
    '{target}': 'first',
  };
  const paths = Object.entries(document.paths)
    .filter(([, methods]) => 'get' in methods)
    .map(([path]) => path);
  expect(paths.length).toBeGreaterThan(12);
  return paths.flatMap((path) => {
    const filled = path.replace(/\{(?:id|ordinal|kind|target)\}/g, (name) => known[name] ?? name);
    return filled.includes('{slug}')
      ? fixtureQuestions.map(({ slug }) => filled.replace('{slug}', slug))
      : [filled];
  });
}

it('shows nothing of a rubric before the candidate has scored the answer', async () => {
  const { app, close } = await testServer();
  const seen: string[] = [];
  const send = async (path: string, method = 'GET', json?: object) => {
    const body = json && { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
    const response = await app.request(
      path.startsWith('/api') ? `http://127.0.0.1:${testPort}${path}` : `${base}${path}`,
      { method, ...body },
    );
    seen.push(await response.text());
  };
  const readAll = async () => {
    for (const path of await everyRead(app, 'attempt-1')) await send(path);
  };
  const draft = { answer: 'It is made and done.', notes: '', elapsedSeconds: 5 };
  await readAll();
  await send('/attempts', 'POST', { question: 'csrf' });
  await readAll();
  await send('/attempts/attempt-1/draft', 'PUT', { ...draft, revision: 0 });
  await send('/attempts/attempt-1/draft', 'PUT', { ...draft, revision: 0 });
  await send('/attempts/attempt-1/probes', 'POST', {});
  await send('/attempts/attempt-1/overrules/point/first', 'PUT', {
    verdict: 'yes',
    quote: { start: 0, end: 2 },
  });
  await send('/attempts/attempt-1/submission', 'POST', { ...draft, revision: 1 });
  await send('/attempts/attempt-1/probes', 'POST', {});
  await send('/attempts/attempt-1/probes/0/answer', 'POST', { answer: 'x' });
  await send('/attempts/attempt-1/overrules/point/first', 'PUT', {
    verdict: 'yes',
    quote: { start: 0, end: 2 },
  });
  for (const query of ['SECRET', 'claim', 'debrief']) await send(`/questions?query=${query}`);
  await readAll();
  await close();

  expect(seen.length).toBeGreaterThan(60);
  const secrets = secretsOf();
  expect(seen.flatMap((text) => secrets.filter((secret) => text.includes(secret)))).toEqual([]);
  expect(seen.filter((text) => text.includes('SECRET'))).toEqual([]);
});

it('shows the rubric once the grade is shown, so that the test above looks for the right words', async () => {
  const server = await testServer();
  const { view } = await gradedAttempt(clientOf(server), 'made:first');
  expect(JSON.stringify(view)).toContain('SECRET claim of first.');
  await server.close();
});
