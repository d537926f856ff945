import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { missing } from '../routes/problem.ts';
import { pagePolicy } from '../security/headers.ts';
import { type BuiltFile, type BuiltFiles, bytesOf, readBuiltFiles } from './built-files.ts';
import { notBuiltPage } from './not-built-page.ts';

type Options = { readonly folder: string; readonly newNonce: () => string };

/** Serves the built web app: its files, and its page for every other address. */
export function createWebApp({ folder, newNonce }: Options) {
  const current = cachedUntilRebuilt(folder);
  const app = new Hono();
  app.get('*', (c) => {
    // As it was sent: an escape is never needed for a file of ours.
    const path = new URL(c.req.url).pathname;
    const built = current();
    const file = built?.files.get(path);
    if (file) return sendFile(c, file);
    if (isFile(path)) return missing('There is no such file.').response();
    const nonce = newNonce();
    if (!built) return page(c, notBuiltPage(nonce), nonce, 503);
    return page(c, built.index.replaceAll('__CSP_NONCE__', nonce), nonce, 200);
  });
  return app;
}

function sendFile(c: Context, file: BuiltFile): Response {
  const { body, encoding } = bytesOf(file, c.req.header('accept-encoding') ?? '');
  if (encoding) c.header('content-encoding', encoding);
  if (file.encodings.length > 0) c.header('vary', 'accept-encoding');
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  return c.body(body, 200, { 'content-type': file.type });
}

/** Pages of the app have no dot and no escapes in their last part; what has them asks for a file. */
const isFile = (path: string): boolean => path.startsWith('/assets/') || /[.%\\][^/]*$/.test(path);

function page(c: Context, html: string, nonce: string, status: 200 | 503): Response {
  return c.body(html, status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy(nonce),
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
