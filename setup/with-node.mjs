// `node setup/with-node.mjs FILE …`: runs a TypeScript file or a package's program with the pinned Node.
import { spawnSync } from 'node:child_process';
import { ensureDependencies } from './prepare.mjs';
import { ensureRuntime } from './runtime.mjs';
import { run } from './workplace.mjs';

await run(async () => {
  const node = ensureRuntime();
  ensureDependencies();
  const ran = spawnSync(node, ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = ran.status ?? 1;
});
