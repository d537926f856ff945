// How long ten thousand questions take until they are offered, the first time and later, and until every file is
// checked, which goes on in the background.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkInBackground } from '#server/packs/background-check.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import type { LoadedLibrary } from '#server/packs/loaded-library.ts';
import { generatedPack } from './generated-pack.ts';
import { percentile, printResults } from './results.ts';

const count = 10_000;
const pack = generatedPack(count);
const home = mkdtempSync(join(tmpdir(), 'hotseat-bench-'));

/** The longest that the event loop waited while `work` was under way, in milliseconds. */
async function longestPause(work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let over = false;
  const end = work.then(() => {
    over = true;
  });
  while (!over) {
    const start = performance.now();
    await sleep(1);
    longest = Math.max(longest, performance.now() - start);
  }
  await end;
  return longest;
}

try {
  const cacheFile = join(home, 'prompts.json');
  const folders = [{ folder: pack.folder, removable: false }];
  const timed = (): { library: LoadedLibrary; time: number } => {
    const start = performance.now();
    const library = openLibrary({ folders, cacheFile });
    if (library.prompts.size !== count) throw new Error(`${library.prompts.size} of ${count} were loaded`);
    return { library, time: performance.now() - start };
  };
  const { library, time: first } = timed();
  const start = performance.now();
  const pause = await longestPause(checkInBackground(library, console.error).done);
  const checked = first + performance.now() - start;
  const later = Array.from({ length: 10 }, () => timed().time);
  printResults('content', [
    { what: 'load 10,000 questions, first time', value: first, unit: 'ms', target: 3000 },
    { what: 'until all of them are checked, in the background', value: checked, unit: 'ms' },
    { what: 'longest pause of the event loop meanwhile', value: pause, unit: 'ms' },
    { what: 'load 10,000 questions, later, p95', value: percentile(later, 95), unit: 'ms', target: 3000 },
  ]);
} finally {
  pack.dispose();
  rmSync(home, { recursive: true, force: true });
}
