import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from '../routes/problem.ts';

/**
 * Lets through only what this site's own pages, or a program on this machine, sends. The Host check defeats DNS
 * rebinding; the Origin and Sec-Fetch-Site checks defeat forged writes and reads from other sites, other ports
 * of this machine included. `port` is asked late: it is known once the server listens.
 */
export function onlyThisSite(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const hosts = hostsOf(port());
    if (!hosts.has(hostOf(c))) throw wrongHost(port());
    if (isForeign(c, hosts)) throw foreign();
    await next();
  };
}

const names = ['127.0.0.1', 'localhost', '[::1]'];

/** Browsers leave the port out when it is 80. */
const hostsOf = (port: number): ReadonlySet<string> =>
  new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));

const hostOf = (c: Context): string => (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase();

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

function isForeign(c: Context, hosts: ReadonlySet<string>): boolean {
  const reads = harmless.has(c.req.method);
  // A link on another site may open a page of ours; it may neither read from the API nor write.
  if (reads && !isApi(c.req.path)) return false;
  const origin = c.req.header('origin');
  if (origin !== undefined && !isOurs(origin, hosts)) return true;
  const site = c.req.header('sec-fetch-site');
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

const isOurs = (origin: string, hosts: ReadonlySet<string>): boolean =>
  origin.startsWith('http://') && hosts.has(origin.slice('http://'.length).toLowerCase());

const wrongHost = (port: number): Problem =>
  new Problem({
    kind: 'wrong-host',
    status: 421,
    title: 'Hotseat is not served under this name',
    detail: 'The Host of the request is not one of this machine.',
    mend: `Open http://127.0.0.1:${port}/ in the browser.`,
  });

const foreign = (): Problem =>
  new Problem({
    kind: 'foreign-origin',
    status: 403,
    title: 'Another site asked for this',
    detail: 'Hotseat answers only its own pages.',
    mend: 'Open Hotseat itself and do it there.',
  });
