// How fast the server answers on loopback: reads under load, drafts from several tabs at once, answers handed in,
// and a second tab while the longest answer is graded. `--json FILE` writes the figures.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { hc } from 'hono/client';
import { longestAnswer } from '#core/content/answer.ts';
import type { Api } from '#server/routes/api.ts';
import { ServerProcess } from '#server/server-processes-for-tests.ts';
import { generatedPack } from './generated-pack.ts';
import { type Measured, percentile, printResults } from './results.ts';

const questions = 1_000;
const connections = 8;
const seconds = 4;
const answer =
  'I write a prepared statement and give it the arguments. The database compiles the query first, so a value cannot become syntax. '.repeat(
    12,
  );

const pack = generatedPack(questions);
const home = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));
const server = new ServerProcess(home, pack.folder);
try {
  const url = await server.start();
  const api = hc<Api>(url).api;
  const graded = await practice(60);
  await api.questions.$get({ query: { query: 'warm up' } });
  const results = [
    ...(await load('GET /api/health', 'api/health')),
    ...(await load('GET /api/today', 'api/today?date=2026-11-23')),
    ...(await load('GET /api/questions', 'api/questions?limit=50')),
    ...(await load('GET /api/questions?query=', 'api/questions?query=token%20valid&limit=50')),
    ...(await load('GET /api/questions/:slug', 'api/questions/question-1')),
    ...(await load('GET /api/attempts/:id, graded', `api/attempts/${graded}`)),
    ...(await load('GET /api/attempts', 'api/attempts?limit=50')),
    ...(await drafts()),
    ...(await besideTheLongest()),
  ];
  printResults(`api, ${questions} questions, ${connections} connections`, results);

  /** Takes answers to their grades; returns one. */
  async function practice(count: number): Promise<string> {
    let last = '';
    for (let index = 0; index < count; index += 1) {
      last = await begin(`question-${index * 7}`);
      const json = { answer, notes: '', elapsedSeconds: 60, revision: 0 };
      await api.attempts[':id'].submission.$post({ param: { id: last }, json });
      await api.attempts[':id']['self-score'].$post({ param: { id: last }, json: { score: 3 } });
    }
    return last;
  }

  async function begin(question: string): Promise<string> {
    const started = await (await api.attempts.$post({ json: { question } })).json();
    if (!('id' in started)) throw new Error(started.detail);
    return started.id;
  }

  async function load(what: string, path: string): Promise<Measured[]> {
    const { latency, requests, errors, non2xx } = await autocannon({
      url: new URL(path, url).href,
      connections,
      duration: seconds,
    });
    if (errors + non2xx > 0) throw new Error(`${what}: ${errors} errors, ${non2xx} answers that are not 2xx`);
    return [
      { what: `${what}, p50`, value: latency.p50, unit: 'ms' },
      { what: `${what}, p99`, value: latency.p99, unit: 'ms' },
      { what: `${what}, rate`, value: requests.average, unit: '/s' },
    ];
  }

  /** Tabs that each save their draft again and again, then hand it in. Every save is on disk when answered. */
  async function drafts(): Promise<Measured[]> {
    const saves: number[] = [];
    const submissions: number[] = [];
    const tabs = Array.from({ length: connections }, async (_, tab) => {
      const param = { id: await begin(`question-${500 + tab}`) };
      const json = { answer, notes: '', elapsedSeconds: 60, revision: 0 };
      for (; json.revision < 100; json.revision += 1) {
        saves.push(await timed(() => api.attempts[':id'].draft.$put({ param, json })));
      }
      submissions.push(await timed(() => api.attempts[':id'].submission.$post({ param, json })));
    });
    await Promise.all(tabs);
    return [
      { what: `PUT draft (${answer.length} characters), p50`, value: percentile(saves, 50), unit: 'ms' },
      { what: `PUT draft (${answer.length} characters), p99`, value: percentile(saves, 99), unit: 'ms' },
      { what: 'POST submission (grades), p50', value: percentile(submissions, 50), unit: 'ms' },
      { what: 'POST submission (grades), p99', value: percentile(submissions, 99), unit: 'ms' },
    ];
  }

  /** What another tab notices of the longest answer that is taken. */
  async function besideTheLongest(): Promise<Measured[]> {
    const param = { id: await begin('question-900') };
    const longest = answer.repeat(longestAnswer / answer.length + 1).slice(0, longestAnswer);
    const json = { answer: longest, notes: '', elapsedSeconds: 60, revision: 0 };
    const waits: number[] = [];
    let over = false;
    const grading = timed(() => api.attempts[':id'].submission.$post({ param, json })).finally(() => {
      over = true;
    });
    while (!over) waits.push(await timed(() => api.health.$get()));
    return [
      { what: `POST submission (${longestAnswer} characters)`, value: await grading, unit: 'ms' },
      { what: 'GET /api/health meanwhile, slowest', value: percentile(waits, 100), unit: 'ms' },
    ];
  }

  async function timed(
    send: () => Promise<{ ok: boolean; status: number; text(): Promise<string> }>,
  ): Promise<number> {
    const start = performance.now();
    const response = await send();
    await response.text();
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return performance.now() - start;
  }
} finally {
  await server.end('SIGKILL');
  pack.dispose();
  rmSync(home, { recursive: true, force: true });
}
