import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
};
export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Listener = {
  readonly url: string;
  readonly port: number;
  /** In the order in which they came. */
  readonly requests: readonly SeenRequest[];
  close(): void;
};

/** Starts an HTTP server of the checks; every IPv4 address of the sandbox is its own loopback. */
export function listen(
  handler: (request: SeenRequest) => Reply,
  { address = '127.0.0.1', port = 0 }: { address?: string; port?: number } = {},
): Promise<Listener> {
  const requests: SeenRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      const seen = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body,
      };
      requests.push(seen);
      const reply = handler(seen);
      outgoing.writeHead(reply.status ?? 200, { connection: 'close', ...reply.headers });
      outgoing.end(reply.body ?? '');
    });
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, address, () => {
      const bound = (server.address() as AddressInfo).port;
      resolve({
        url: `http://${address}:${bound}`,
        port: bound,
        requests,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
