import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { CellPool } from './cell-pool.ts';
import type { CellKind } from './sandbox.ts';

const plain: CellKind = { language: 'javascript', pages: false };
const withPages: CellKind = { language: 'javascript', pages: true };
const ignore = (): void => undefined;

/** A pool of cells that are warm at once and do nothing; which of them run is read from the list of processes. */
function poolOf(name: string) {
  const toolchain = { stamp: 'old', gone: false };
  const pool = new CellPool({
    atOnce: 2,
    keepWarm: true,
    recipe: ({ pages }) => {
      if (toolchain.gone) throw new Error('Labs in JavaScript are being prepared.');
      const mark = `CELL=${name}-${process.pid}-${pages ? 'pages' : 'plain'}-${toolchain.stamp}`;
      const script = 'echo \'{"event":"warm"}\'; exec sleep 60';
      return { stamp: toolchain.stamp, command: ['env', mark, 'sh', '-c', script] };
    },
  });
  pools.push(pool);
  return { pool, toolchain, running: () => running(`CELL=${name}-${process.pid}-`) };
}

function running(prefix: string): string[] {
  const marks = readdirSync('/proc').flatMap((name) => {
    try {
      const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
      return environment.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
    } catch {
      return [];
    }
  });
  return marks.sort();
}

const pools: CellPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

test('a cell that was made ready is the one that is used', async () => {
  const { pool, running } = poolOf('ready');
  pool.prepare(plain);
  pool.prepare(plain);
  await pool.take(plain, ignore);
  expect(running()).toEqual(['plain-old']);
});

test('a cell without a browser does not serve a lab with pages, nor the other way round', async () => {
  const { pool, running } = poolOf('kinds');
  pool.prepare(plain);
  await pool.take(withPages, ignore);
  await expect.poll(running).toEqual(['pages-old', 'plain-old']);
});

test('a warm cell is not used once its toolchain was prepared anew', async () => {
  const { pool, toolchain, running } = poolOf('taken');
  pool.prepare(plain);
  await expect.poll(running).toEqual(['plain-old']);
  toolchain.stamp = 'new';
  await pool.take(plain, ignore);
  await expect.poll(running).toEqual(['plain-new']);
});

test('a warm cell gives way when its kind is made ready with another toolchain', async () => {
  const { pool, toolchain, running } = poolOf('replaced');
  pool.prepare(plain);
  await expect.poll(running).toEqual(['plain-old']);
  toolchain.stamp = 'new';
  pool.prepare(plain);
  await expect.poll(running).toEqual(['plain-new']);
});

test('a run ends as usual while its toolchain is being prepared, and the next one is told', async () => {
  const { pool, toolchain, running } = poolOf('gone');
  const cell = await pool.take(plain, ignore);
  toolchain.gone = true;
  await pool.giveBack(cell, plain);
  expect(running()).toEqual([]);
  await expect(pool.take(plain, ignore)).rejects.toThrow('are being prepared');
});

test('a toolchain that was missing keeps nobody from taking their turn', async () => {
  const { pool, toolchain } = poolOf('turns');
  toolchain.gone = true;
  for (let run = 0; run < 3; run += 1) await expect(pool.take(plain, ignore)).rejects.toThrow();
  toolchain.gone = false;
  await expect(pool.take(plain, ignore)).resolves.toBeDefined();
});
