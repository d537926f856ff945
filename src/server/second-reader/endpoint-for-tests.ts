import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Sent };
type Behavior = (respond: ServerResponse, received: Received) => void;

const sent = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
type Sent = z.infer<typeof sent>;

/** An endpoint on this machine's loopback that answers as it is told and remembers what it was sent. */
export async function fakeEndpoint(behavior: Behavior) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = sent.parse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    const seen = { path: request.url ?? '', headers: request.headers, body };
    received.push(seen);
    behavior(response, seen);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** A completion whose message is `content`. */
export const says =
  (content: unknown, usage?: object): Behavior =>
  (response) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: text } }], usage }));
  };
