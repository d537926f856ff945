import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPort, testServer } from '../fixtures-for-tests.ts';

let server: Awaited<ReturnType<typeof testServer>>;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const home = `http://127.0.0.1:${testPort}`;
type Request = { method?: string; path?: string; headers?: Record<string, string> };
const send = ({ method = 'GET', path = '/api/settings', headers = {} }: Request) =>
  server.app.request(home + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'GET' || method === 'DELETE'
      ? {}
      : { body: JSON.stringify({ interviewDate: null, theme: 'dark', languages: [] }) }),
  });

describe('who may talk to the server', () => {
  it.each([`127.0.0.1:${testPort}`, `localhost:${testPort}`, `[::1]:${testPort}`, `LOCALHOST:${testPort}`])(
    'answers as %s',
    async (host) => {
      expect((await send({ headers: { host } })).status).toBe(200);
    },
  );

  it.each([
    'evil.example',
    `evil.example:${testPort}`,
    '127.0.0.1',
    'localhost:80',
    `127.0.0.1.evil.example:${testPort}`,
    `localhost:${testPort}.evil.example`,
    `0.0.0.0:${testPort}`,
    '',
  ])('does not answer as "%s", on any path (DNS rebinding)', async (host) => {
    for (const path of ['/api/settings', '/api/data', '/', '/assets/x.js']) {
      const response = await send({ path, headers: { host } });
      expect(response.status).toBe(421);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it.each([
    'https://evil.example',
    'null',
    `https://127.0.0.1:${testPort}`,
    'http://127.0.0.1:9999',
    `http://127.0.0.1:${testPort}.evil.example`,
    'http://localhost',
  ])('refuses writes and API reads from the origin %s', async (origin) => {
    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'PATCH']) {
      expect((await send({ method, headers: { origin } })).status).toBe(403);
    }
  });

  it.each(['cross-site', 'same-site'])('refuses what the browser calls %s', async (site) => {
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await send({ method, headers: { 'sec-fetch-site': site } })).status).toBe(403);
    expect((await send({ path: '/api/data', headers: { 'sec-fetch-site': site } })).status).toBe(403);
  });

  it('lets its own pages and programs on the machine in', async () => {
    const own = { origin: home, 'sec-fetch-site': 'same-origin' };
    expect((await send({ method: 'PUT', headers: own })).status).toBe(200);
    expect((await send({ method: 'PUT' })).status).toBe(200);
    expect((await send({ headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
  });

  it('may be linked to from elsewhere', async () => {
    expect((await send({ path: '/', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(503);
  });

  it('never allows another origin to read, and answers no preflight', async () => {
    const preflight = { origin: 'https://evil.example', 'access-control-request-method': 'PUT' };
    for (const request of [{ method: 'OPTIONS', headers: preflight }, { headers: { origin: home } }]) {
      const response = await send(request);
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

it('puts the security headers on every answer, problems included', async () => {
  for (const request of [
    {},
    { path: '/api/nothing' },
    { path: '/' },
    { path: '/assets/nothing.js' },
    { headers: { host: 'evil.example' } },
  ]) {
    const { headers } = await send(request);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  }
  expect((await send({})).headers.get('cache-control')).toBe('no-store');
});
