// A search with every letter that somebody types, among ten thousand questions, through the server.
// `--json FILE` writes the figures.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hc } from 'hono/client';
import type { Api } from '#server/routes/api.ts';
import { ServerProcess } from '#server/server-processes-for-tests.ts';
import { generatedPack, typedQueries } from './generated-pack.ts';
import { percentile, printResults } from './results.ts';

const questions = 10_000;
const pack = generatedPack(questions);
const home = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));
const server = new ServerProcess(home, pack.folder);
try {
  const { questions: bank } = hc<Api>(await server.start()).api;
  const search = async (query: string): Promise<number> => {
    const start = performance.now();
    const response = await bank.$get({ query: { query, limit: '50' } });
    await response.text();
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return performance.now() - start;
  };
  for (const query of typedQueries()) await search(query);
  const times: number[] = [];
  for (const query of [...typedQueries(), ...typedQueries(), ...typedQueries()])
    times.push(await search(query));
  printResults(`search, ${questions} questions`, [
    { what: 'each letter typed, p50', value: percentile(times, 50), unit: 'ms' },
    { what: 'each letter typed, p95', value: percentile(times, 95), unit: 'ms', target: 50 },
    { what: 'each letter typed, slowest', value: percentile(times, 100), unit: 'ms' },
  ]);
} finally {
  await server.end('SIGKILL');
  pack.dispose();
  rmSync(home, { recursive: true, force: true });
}
