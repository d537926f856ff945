import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { missing } from '../routes/problem.ts';
import { pagePolicy } from '../security/headers.ts';
import { type BuiltFile, type BuiltFiles, readBuiltFiles } from './built-files.ts';
import { notBuiltPage } from './not-built-page.ts';

type Options = { readonly folder: string };

/** Serves the built web app: its files, and its page for every other address. */
export function createWebApp({ folder }: Options) {
  const current = cachedUntilRebuilt(folder);
  const app = new Hono();
  app.get('*', (c) => {
    // As it was sent: an escape is never needed for a file of ours.
    const path = new URL(c.req.url).pathname;
    const built = current();
    const file = built?.files.get(path);
    if (file) return sendFile(c, file);
    if (isFile(path)) return missing('There is no such file.').response();
    return built ? page(c, built.index, 200) : page(c, notBuiltPage, 503);
  });
  return app;
}

function sendFile(c: Context, file: BuiltFile): Response {
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  return c.body(readFileSync(file.path), 200, { 'content-type': file.type });
}

/** Pages of the app have no dot and no escapes in their last part; what has them asks for a file. */
const isFile = (path: string): boolean => path.startsWith('/assets/') || /[.%\\][^/]*$/.test(path);

function page(c: Context, html: string, status: 200 | 503): Response {
  return c.body(html, status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy,
  });
}

/** A build while the server runs shows at the next request. */
function cachedUntilRebuilt(folder: string): () => BuiltFiles | undefined {
  let built: BuiltFiles | undefined;
  let stamp: number | undefined;
  return () => {
    const now = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
    if (now !== stamp) {
      built = readBuiltFiles(folder);
      stamp = now;
    }
    return built;
  };
}
