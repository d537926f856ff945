import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures-for-tests.ts';
import { createWebApp } from './web-app.ts';

const folder = temporaryFolder();
const web = join(folder.path, 'web');
const app = createWebApp({ folder: web });
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

beforeAll(() => {
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(folder.path, 'secret.txt'), 'secret');
  writeFileSync(join(web, 'index.html'), '<div id="root">');
  writeFileSync(join(web, 'icon.svg'), '<svg/>');
  writeFileSync(join(web, 'assets/main-abc.js'), 'plain');
  writeFileSync(join(web, 'assets/main-abc.js.map'), 'map');
  symlinkSync(join(folder.path, 'secret.txt'), join(web, 'assets/link.txt'));
});
afterAll(() => folder[Symbol.dispose]());

describe('the web app', () => {
  it.each(['/', '/questions', '/practice/some-slug', '/index.html/'])(
    'is the page at %s, under a strict policy',
    async (path) => {
      const response = await get(path);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toContain('<div id="root">');
      const policy = response.headers.get('content-security-policy');
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      // The sandboxed frame with the pages of a lab's app, on this machine.
      const frames = 'frame-src http://127.0.0.1:*;';
      expect(policy).toContain(frames);
      expect(policy?.replace(frames, '')).not.toMatch(/unsafe|\*|https?:/);
    },
  );

  it('sends hashed files for good and others to be asked for again', async () => {
    const hashed = await get('/assets/main-abc.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await hashed.text()).toBe('plain');
    const icon = await get('/icon.svg');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
    expect(icon.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
  });

  it.each([
    '/assets/nothing.js',
    '/favicon.ico',
    '/assets/main-abc.js.map',
    '/assets/link.txt',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%252e%252e/secret.txt',
    '/..\\secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/%00',
    '//secret.txt',
    '/assets/%ff',
  ])('has no file at %s', async (path) => {
    const response = await app.request(new Request(`http://host${path}`));
    const text = await response.text();
    expect(text).not.toContain('secret');
    expect(text).not.toBe('map');
    expect(response.status).toBeGreaterThanOrEqual(404);
  });

  it('shows the new page after a build while the server runs', async () => {
    writeFileSync(join(web, 'index.html'), 'a new page');
    expect(await (await get('/')).text()).toBe('a new page');
  });

  it('says so when it is not built', async () => {
    const unbuilt = createWebApp({ folder: join(folder.path, 'nowhere') });
    const response = await unbuilt.request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm start');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});
