import { createAdaptorServer } from '@hono/node-server';

export type ListenProblem = {
  readonly kind: 'already-running' | 'port-taken' | 'port-refused';
  readonly port: number;
  /** Where the other Hotseat answers, when there is one. */
  readonly url: string | null;
  readonly message: string;
  readonly mend: string;
};

type Options = { readonly fetch: (request: Request) => Response | Promise<Response>; readonly port: number };
type Listening = { readonly ok: true; readonly port: number; close(): Promise<void> };

const host = '127.0.0.1';
/** Milliseconds that a request under way may take once the server is told to stop. */
const patience = 2_000;

/** Listens on this machine only. */
export async function listen({
  fetch,
  port,
}: Options): Promise<Listening | { ok: false; problem: ListenProblem }> {
  const server = createAdaptorServer({ fetch, hostname: host });
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => resolve(undefined));
  });
  if (error) return { ok: false, problem: await problemOf(error, port) };
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return { ok: true, port: taken, close: () => closeGently(server) };
}

function closeGently(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

async function problemOf(error: NodeJS.ErrnoException, port: number): Promise<ListenProblem> {
  const url = `http://${host}:${port}/`;
  if (error.code !== 'EADDRINUSE') {
    const message = `Hotseat may not listen on port ${port} (${error.code ?? error.message}).`;
    return { kind: 'port-refused', port, url: null, message, mend: 'Choose a port above 1023 with --port.' };
  }
  if (await hotseatAnswers(url)) {
    return {
      kind: 'already-running',
      port,
      url,
      message: `Hotseat is already running at ${url}`,
      mend: `Open ${url} in the browser, or give another port with --port for other data (HOTSEAT_HOME).`,
    };
  }
  const message = `Port ${port} is taken by another program.`;
  return {
    kind: 'port-taken',
    port,
    url: null,
    message,
    mend: 'Stop that program, or choose another port with --port.',
  };
}

async function hotseatAnswers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/api/health', url), {
      signal: AbortSignal.timeout(1_000),
      redirect: 'error',
    });
    const body: unknown = await answer.json();
    return typeof body === 'object' && body !== null && 'name' in body && body.name === 'hotseat';
  } catch {
    return false;
  }
}
