import { expect, it } from 'vitest';
import { testPort, testServer } from '../fixtures-for-tests.ts';

it('describes every route, with its problems', async () => {
  const { app, close } = await testServer();
  const document = (await (await app.request(`http://127.0.0.1:${testPort}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { summary?: string; responses: Record<string, { content?: Record<string, unknown> }> }>
    >;
    components: { schemas: Record<string, unknown> };
  };
  await close();
  expect(document.openapi).toBe('3.1.0');
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const registered = app.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json',
    )
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
  expect([...new Set(registered)].toSorted()).toEqual(described.toSorted());
  for (const methods of Object.values(document.paths)) {
    for (const { summary, responses } of Object.values(methods)) {
      expect(summary).toMatch(/^[A-Z].+\.$/);
      for (const [status, { content }] of Object.entries(responses)) {
        if (status.startsWith('4')) expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      }
    }
  }
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['Attempt', 'Problem', 'Result', 'QuestionSummary']),
  );
});
