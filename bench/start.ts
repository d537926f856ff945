// From the start of the process until the page and the first data are there, on a machine that has started
// Hotseat before. `--json FILE` writes the figures.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, printResults } from './results.ts';

const runs = 12;
const program = join(import.meta.dirname, '../bin/hotseat');
const home = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));

type Times = { readonly listening: number; readonly page: number; readonly data: number };

try {
  await startOnce(untilChecked);
  const times: Times[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await startOnce());
  const of = (name: keyof Times, share: number): number =>
    percentile(
      times.map((time) => time[name]),
      share,
    );
  printResults('start, warm', [
    { what: 'listening, p50', value: of('listening', 50), unit: 'ms' },
    { what: 'first page, p50', value: of('page', 50), unit: 'ms' },
    { what: 'first page, slowest', value: of('page', 100), unit: 'ms', target: 1500 },
    { what: 'first page and its data, p50', value: of('data', 50), unit: 'ms' },
    { what: 'first page and its data, slowest', value: of('data', 100), unit: 'ms', target: 1500 },
  ]);
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function startOnce(afterwards: (url: string) => Promise<void> = async () => {}): Promise<Times> {
  const start = performance.now();
  const server = spawn(process.execPath, [program, 'start', '--port', '0'], {
    env: { ...process.env, HOTSEAT_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(server.stdout);
    const listening = performance.now() - start;
    const page = await fetch(url);
    await page.text();
    const shown = performance.now() - start;
    await (await fetch(new URL('api/today', url))).json();
    const data = performance.now() - start;
    await afterwards(url);
    return { listening, page: shown, data };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** Waits until the first start has checked and remembered all content. */
async function untilChecked(url: string): Promise<void> {
  const checked = async (): Promise<boolean> =>
    !(await (await fetch(new URL('api/system', url))).text()).includes('"preparing"');
  while (!(await checked())) await sleep(50);
}

/** Waits for the line that says where the server is. */
async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += chunk;
    const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0];
    if (url) return url;
  }
  throw new Error(`Hotseat ended without an address: ${text}`);
}
