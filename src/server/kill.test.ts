import { setTimeout as sleep } from 'node:timers/promises';
import { hc } from 'hono/client';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from './fixtures-for-tests.ts';
import { createPack, questionText } from './packs/pack-for-tests.ts';
import type { Api } from './routes/api.ts';
import { ServerProcess } from './server-processes-for-tests.ts';

const rounds = 100;
const slugs = ['one', 'two', 'three'];
const home = temporaryFolder();
const pack = createPack('tiny');
for (const slug of slugs) pack.write(`questions/${slug}.md`, questionText(slug));
const newProcess = () => new ServerProcess(home.path, pack.folder);
/** Two stand ready, so that a round does not wait for a process to load. */
const waiting = [newProcess(), newProcess()];
const nextProcess = (): ServerProcess => waiting.shift() ?? newProcess();
afterAll(async () => {
  await Promise.all(waiting.map((server) => server.end('SIGKILL')));
  home[Symbol.dispose]();
  pack.dispose();
});

/** What one tab knows: what was acknowledged, and what it sent and heard nothing of. */
type Tab = { slug: string; acknowledged: string; sent: string; writes: number };

/** Types on until the server is gone. */
async function type(url: string, tab: Tab): Promise<void> {
  const { attempts } = hc<Api>(url).api;
  const opened = await (await attempts.$post({ json: { question: tab.slug } })).json();
  if (!('id' in opened)) throw new Error(opened.detail);
  expect([tab.acknowledged, tab.sent]).toContain(opened.answer);
  tab.acknowledged = opened.answer;
  let { revision } = opened;
  for (;;) {
    tab.sent = `${tab.slug} ${revision} ${'and more '.repeat(revision % 50)}`;
    const json = { answer: tab.sent, notes: '', elapsedSeconds: revision % 1000, revision };
    const saved = await (await attempts[':id'].draft.$put({ param: { id: opened.id }, json })).json();
    if (!('updatedAt' in saved)) throw new Error(saved.detail);
    tab.acknowledged = tab.sent;
    tab.writes += 1;
    revision = saved.revision;
  }
}

const untilGone = (typing: Promise<void>): Promise<void> =>
  typing.catch((error: unknown) => {
    // fetch says TypeError when the other side is gone; anything else is a finding.
    if (!(error instanceof TypeError)) throw error;
  });

/** However busy the machine is: a kill before the first write would prove nothing. */
async function someWrites(tabs: readonly Tab[]): Promise<void> {
  const total = (): number => tabs.reduce((sum, { writes }) => sum + writes, 0);
  const before = total();
  for (let waited = 0; total() < before + 2 && waited < 20_000; waited += 1) await sleep(1);
}

it(`loses no acknowledged answer when the server is killed ${rounds} times amid writes`, async () => {
  const tabs = slugs.map((slug): Tab => ({ slug, acknowledged: '', sent: '', writes: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    const server = nextProcess();
    const url = await server.start();
    const typing = Promise.all(tabs.map((tab) => untilGone(type(url, tab))));
    waiting.push(newProcess());
    await Promise.race([someWrites(tabs), typing]);
    await sleep(Math.random() * 30);
    await server.end('SIGKILL');
    await typing;
    expect(server.errors).toBe('');
  }
  const last = nextProcess();
  const url = await last.start();
  for (const tab of tabs) {
    const opened = await (await hc<Api>(url).api.attempts.$post({ json: { question: tab.slug } })).json();
    expect([tab.acknowledged, tab.sent]).toContain('answer' in opened && opened.answer);
  }
  await last.end('SIGKILL');
  expect(tabs.reduce((sum, { writes }) => sum + writes, 0)).toBeGreaterThanOrEqual(2 * rounds);
}, 600_000);
