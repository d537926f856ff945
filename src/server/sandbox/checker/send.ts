import { request as ask } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { WireRequest, WireResponse } from '../protocol.ts';

const patienceMilliseconds = 5000;
const mostBytes = 4 * 1024 * 1024;

/** Sends one request to the app and returns what came back; never throws. */
export const send = (port: number, request: WireRequest): Promise<WireResponse> => sendOn(port, request);

/**
 * Sends the same request several times. All connections stand before the first byte leaves, and all bytes leave
 * together, so that the requests meet in the app however slowly a connection is made.
 */
export async function sendAtOnce(
  port: number,
  request: WireRequest,
  times: number,
): Promise<readonly WireResponse[]> {
  if (times === 1) return [await send(port, request)];
  const sockets = await Promise.all(Array.from({ length: times }, () => connected(port)));
  for (const socket of sockets) socket?.cork();
  const answers = sockets.map((socket) => sendOn(port, request, socket));
  setImmediate(() => {
    for (const socket of sockets) socket?.uncork();
  });
  return Promise.all(answers);
}

/** A connection to the app; undefined when it takes none, which the request then finds out for itself. */
const connected = (port: number): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });

function sendOn(
  port: number,
  { method, path, headers, body }: WireRequest,
  socket?: Socket,
): Promise<WireResponse> {
  const began = performance.now();
  return new Promise((resolve) => {
    const finish = (response: Omit<WireResponse, 'milliseconds'>): void =>
      resolve({ ...response, milliseconds: Math.round(performance.now() - began) });
    const fail = (problem: string): void => finish({ status: 0, headers: [], body: '', problem });
    try {
      const bytes = Buffer.from(body, 'base64');
      const out = ask({
        host: '127.0.0.1',
        port,
        method,
        path,
        agent: false,
        ...(socket && { createConnection: () => socket }),
        headers: [...headers].flat() as string[],
      });
      out.setTimeout(patienceMilliseconds, () => out.destroy(new Error('the app did not answer in 5 s')));
      out.on('error', (error) => fail(error.message));
      out.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= mostBytes) chunks.push(chunk);
          else out.destroy(new Error('the answer is longer than 4 MB'));
        });
        response.on('error', (error) => fail(error.message));
        response.on('end', () =>
          finish({
            status: response.statusCode ?? 0,
            headers: pairs(response.rawHeaders),
            body: Buffer.concat(chunks).toString('base64'),
          }),
        );
      });
      out.end(bytes);
    } catch (error) {
      fail((error as Error).message);
    }
  });
}

function pairs(raw: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) found.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return found;
}

/** Sends bytes as they are and returns all that comes back until the app closes or stays silent. */
export function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let seen = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')));
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1');
      if (seen.length > mostBytes) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(seen));
  });
}
