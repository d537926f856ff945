import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from './fixtures-for-tests.ts';
import { createLog } from './log.ts';
import { type RunningServer, type ServerOptions, startServer } from './main.ts';
import { createPack, questionText } from './packs/pack-for-tests.ts';
import { ServerProcess } from './server-processes-for-tests.ts';

const pack = createPack('tiny');
pack.write('questions/binding.md', questionText('binding'));
afterAll(() => pack.dispose());

const open: (RunningServer | Disposable)[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) {
    if ('close' in thing) await thing.close();
    else thing[Symbol.dispose]();
  }
});

function newHome(): string {
  const folder = temporaryFolder();
  open.push(folder);
  return folder.path;
}

async function start(more: Partial<ServerOptions> = {}) {
  const started = await startServer({
    version: '1.2.3',
    port: 0,
    home: newHome(),
    content: { folders: [{ folder: pack.folder, removable: false }] },
    toolchains: '/nowhere',
    webFolder: '/nowhere',
    log: createLog('silent'),
    ...more,
  });
  if (started.ok) open.push(started.server);
  return started;
}

async function running(more: Partial<ServerOptions> = {}): Promise<string> {
  const started = await start(more);
  if (!started.ok) throw new Error(started.problem.message);
  return started.server.url;
}

describe('the server', () => {
  it('listens on this machine only and says who it is', async () => {
    const url = await running();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(new URL('api/health', url))).json()).toEqual({
      name: 'hotseat',
      version: '1.2.3',
      notices: [],
    });
    expect((await fetch(url)).status).toBe(503);
  });

  it('refuses another name for this machine on the wire', async () => {
    const { port } = new URL(await running());
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('GET /api/data HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n');
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  });

  it('says where Hotseat is already running', async () => {
    const url = await running();
    expect(await start({ port: Number(new URL(url).port) })).toMatchObject({
      ok: false,
      problem: { kind: 'already-running', url, message: `Hotseat is already running at ${url}` },
    });
  });

  it('says when another program has the port', async () => {
    const other = createServer((_, response) => response.end('{"name":"something else"}')).listen(
      0,
      '127.0.0.1',
    );
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await start({ port })).toMatchObject({ ok: false, problem: { kind: 'port-taken', url: null } });
    other.close();
  });

  it('tells about a damaged database and a pack with problems', async () => {
    const home = newHome();
    writeFileSync(join(home, 'hotseat.db'), 'this is no database'.repeat(500));
    const faulty = createPack('faulty');
    faulty.write('questions/broken.md', 'no front matter');
    const url = await running({ home, content: { folders: [{ folder: faulty.folder, removable: false }] } });
    const { notices } = (await (await fetch(new URL('api/health', url))).json()) as {
      notices: { kind: string; mend: string }[];
    };
    expect(notices.map(({ kind }) => kind)).toEqual(['corrupt-database-kept', 'pack-problems']);
    expect(notices.every(({ mend }) => mend.length > 20)).toBe(true);
    faulty.dispose();
  });

  it('removes what a killed installation of a pack left behind', async () => {
    const home = newHome();
    const dead = spawnSync(process.execPath, ['--version']).pid;
    mkdirSync(join(home, 'packs', `.staging-${dead}-abcdef`, 'questions'), { recursive: true });
    await running({ home });
    expect(readdirSync(join(home, 'packs'))).toEqual([]);
  });

  it('grades an answer from start to end with the real reader', async () => {
    const url = await running();
    const send = async (method: string, path: string, json: object) =>
      (
        await fetch(new URL(`api/${path}`, url), {
          method,
          body: JSON.stringify(json),
          headers: { 'content-type': 'application/json' },
        })
      ).json();
    const { id } = (await send('POST', 'attempts', { question: 'binding' })) as { id: string };
    const answer =
      'I write a prepared statement and hand the values over separately. The database compiles the query first.';
    await send('POST', `attempts/${id}/submission`, { answer, notes: '', elapsedSeconds: 9, revision: 0 });
    const view = (await send('POST', `attempts/${id}/self-score`, { score: 3 })) as {
      result: { points: { id: string; met: string }[] };
    };
    expect(view.result.points.find((point) => point.id === 'bound-parameters')?.met).toBe('yes');
  });

  it('writes neither answers nor searches to its log', async () => {
    const lines: string[] = [];
    const url = await running({ log: createLog('debug', { write: (line) => lines.push(line) }) });
    const { id } = (await (
      await fetch(new URL('api/attempts', url), {
        method: 'POST',
        body: '{"question":"binding"}',
        headers: { 'content-type': 'application/json' },
      })
    ).json()) as { id: string };
    const draft = { answer: 'PRIVATE', notes: 'PRIVATE', elapsedSeconds: 1, revision: 0 };
    const put = (body: string) =>
      fetch(new URL(`api/attempts/${id}/draft`, url), {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json' },
      });
    await put(JSON.stringify(draft));
    await put(`${JSON.stringify(draft)} PRIVATE`);
    await fetch(new URL('api/questions?query=PRIVATE', url));
    expect(lines.join('')).toContain(`/api/attempts/${id}/draft`);
    expect(lines.join('')).not.toContain('PRIVATE');
  });

  it('ends on SIGTERM with everything saved', async () => {
    const server = new ServerProcess(newHome(), pack.folder);
    const url = await server.start();
    await fetch(new URL('api/health', url));
    expect(await server.end('SIGTERM')).toBe(0);
    expect(server.errors).toBe('');
  });
});
