// `npm run check`: types, lint, layers, dead code, content, schemas, unit tests.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './prepare.mjs';
import { ensureRuntime } from './runtime.mjs';
import { folders, run, say } from './workplace.mjs';

const tool = (path, ...args) => [join(folders.modules, path), ...args];
const typescript = (project) => tool('typescript/bin/tsc', '--project', project);
const hotseat = (...args) => [
  '--disable-warning=ExperimentalWarning',
  join(folders.checkout, 'src/cli/main.ts'),
  ...args,
];

export const checks = [
  { name: 'types: core', args: typescript('src/core') },
  { name: 'types: server, command line', args: typescript('.') },
  { name: 'types: web', args: typescript('src/web') },
  { name: 'types: journeys', args: typescript('e2e') },
  { name: 'lint', args: tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  {
    name: 'layers',
    args: tool('dependency-cruiser/bin/dependency-cruiser.mjs', 'src', '--config', '.dependency-cruiser.cjs'),
  },
  { name: 'dead code', args: tool('knip/bin/knip.js') },
  { name: 'content', args: hotseat('content', 'lint') },
  { name: 'schemas', args: hotseat('content', 'schemas', '--check') },
];

/** Runs one check and returns whether it passed. */
export function runCheck(node, { name, args }) {
  say(`── ${name}`);
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  const ran = spawnSync(node, args, {
    cwd: folders.checkout,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  if (ran.status !== 0) say(`   ${name}: failed`);
  return ran.status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await run(async () => {
    const node = ensureRuntime();
    ensureDependencies();
    const unitTests = { name: 'unit tests', args: tool('vitest/vitest.mjs', 'run', '--project', 'unit') };
    const failed = [...checks, unitTests].filter((check) => !runCheck(node, check));
    say(
      failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.map((check) => check.name).join('; ')}`,
    );
    process.exitCode = failed.length === 0 ? 0 : 1;
  });
}
