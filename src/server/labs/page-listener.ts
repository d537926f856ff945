import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WireRequest } from '#server/sandbox/protocol.ts';
import type { Exchanged } from '#server/sandbox/sandbox.ts';

export type PageListener = { readonly url: string; close(): void };
export type ExchangeWith = (request: WireRequest) => Promise<Exchanged>;

const mostBody = 1024 * 1024;

/** Belong to one connection and not to the message (RFC 9110, section 7.6.1), or are counted anew. */
const ofConnection: ReadonlySet<string> = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade'],
  'content-length',
]);

/**
 * What the frame may do: run the lab's own scripts, inline ones too, since they are what the lab is about, and talk
 * to the app alone. Nothing leaves the machine.
 */
const framePolicy =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; form-action 'self'; base-uri 'self'";

/** Shows the app of a lab to a browser on an origin of its own, apart from Hotseat's. */
export function listenForPages(exchange: ExchangeWith): Promise<PageListener> {
  let host = '';
  const server = createServer((incoming, outgoing) => {
    // Another name for this address would let another site in (DNS rebinding).
    if (incoming.headers.host !== host) return end(outgoing, 421);
    relay(incoming, outgoing, exchange).catch(() => end(outgoing, 502));
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const close = (): void => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ url: `http://${host}/`, close });
    });
  });
}

async function relay(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  exchange: ExchangeWith,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > mostBody) return end(outgoing, 413);
    chunks.push(chunk);
  }
  const { response } = await exchange(wireOf(incoming, Buffer.concat(chunks)));
  if (response.status === 0) return end(outgoing, 502);
  for (const [name, value] of response.headers) {
    if (!ofConnection.has(name.toLowerCase())) outgoing.appendHeader(name, value);
  }
  outgoing.appendHeader('content-security-policy', framePolicy);
  outgoing.setHeader('cross-origin-resource-policy', 'cross-origin');
  outgoing.setHeader('cross-origin-embedder-policy', 'require-corp');
  outgoing.writeHead(response.status);
  outgoing.end(Buffer.from(response.body, 'base64'));
}

function wireOf({ method = 'GET', url = '/', rawHeaders }: IncomingMessage, body: Buffer): WireRequest {
  const headers: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (!ofConnection.has(name.toLowerCase())) headers.push([name, rawHeaders[at + 1] ?? '']);
  }
  if (body.length > 0) headers.push(['Content-Length', String(body.length)]);
  return { method, path: url, headers: [...headers, ['Connection', 'close']], body: body.toString('base64') };
}

function end(outgoing: ServerResponse, status: number): void {
  if (!outgoing.headersSent) outgoing.writeHead(status);
  outgoing.end();
}
