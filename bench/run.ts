// `npm run bench`: runs every benchmark, one after the other so that they do not disturb each other.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, '../.hotseat/bench');
const parts = new Set(['run.ts', 'results.ts', 'statistics.ts', 'unconfined-sandbox.ts']);
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(here).filter((name) => name.endsWith('.ts') && !parts.has(name))) {
  const json = join(folder, file.replace('.ts', '.json'));
  const ran = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(here, file), '--json', json],
    {
      stdio: 'inherit',
    },
  );
  if (ran.status !== 0) process.exitCode = 1;
}
console.log(`\nThe figures as JSON are in ${folder}`);
