// How long ten thousand questions take to load, the first time and later.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadLibrary } from '#server/packs/load-library.ts';
import { generatedPack } from './generated-pack.ts';
import { percentile, printResults } from './results.ts';

const count = 10_000;
const pack = generatedPack(count);
const home = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));
try {
  const cacheFile = join(home, 'prompts.json');
  const folders = [{ folder: pack.folder, removable: false }];
  const timed = (): number => {
    const start = performance.now();
    const { prompts } = loadLibrary({ folders, cacheFile });
    if (prompts.size !== count) throw new Error(`${prompts.size} of ${count} questions were loaded`);
    return performance.now() - start;
  };
  const first = timed();
  const later = Array.from({ length: 10 }, timed);
  printResults('content', [
    { what: 'load 10,000 questions, first time', value: first, unit: 'ms' },
    { what: 'load 10,000 questions, later, p95', value: percentile(later, 95), unit: 'ms', target: 3000 },
  ]);
} finally {
  pack.dispose();
  rmSync(home, { recursive: true, force: true });
}
