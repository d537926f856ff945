import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import type { WireRequest } from '#server/sandbox/protocol.ts';
import { listenForPages, type PageListener } from './page-listener.ts';

const open: PageListener[] = [];
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});

async function listening(status = 200) {
  const seen: WireRequest[] = [];
  const listener = await listenForPages(async (wire) => {
    seen.push(wire);
    const headers: [string, string][] = [
      ['Content-Type', 'text/html'],
      ['Set-Cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['Transfer-Encoding', 'chunked'],
    ];
    const body = Buffer.from('<p>hello</p>').toString('base64');
    return { response: { status, headers, body, milliseconds: 1 }, evidence: [] };
  });
  open.push(listener);
  return { listener, seen };
}

test('the browser sees the page of the app, on an origin of its own, allowed to talk to the app alone', async () => {
  const { listener, seen } = await listening();
  const answer = await fetch(`${listener.url}notes?q=%3Cb%3E`, { method: 'POST', body: 'text' });
  expect(await answer.text()).toBe('<p>hello</p>');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(seen[0]).toMatchObject({
    method: 'POST',
    path: '/notes?q=%3Cb%3E',
    body: Buffer.from('text').toString('base64'),
  });
});

test('a request under another name for the address is turned away', async () => {
  const { listener, seen } = await listening();
  const { port } = new URL(listener.url);
  const status = await new Promise((resolve) => {
    request({ host: '127.0.0.1', port, headers: { host: `evil.example:${port}` } }, (answer) =>
      resolve(answer.statusCode),
    ).end();
  });
  expect(status).toBe(421);
  expect(seen).toEqual([]);
});

test('an app that does not answer is a bad gateway, and too large a body is refused', async () => {
  const { listener } = await listening(0);
  expect((await fetch(listener.url)).status).toBe(502);
  expect((await fetch(listener.url, { method: 'POST', body: 'x'.repeat(1_100_000) })).status).toBe(413);
});
