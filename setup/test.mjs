// `npm test`: installs what is missing, runs every check and every test, and counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { checks, runCheck } from './check.mjs';
import { ensureDependencies, ensureWebApp } from './prepare.mjs';
import { ensureRuntime } from './runtime.mjs';
import { prepareLabs } from './toolchains.mjs';
import { folders, run, say } from './workplace.mjs';

await run(async () => {
  const node = ensureRuntime();
  ensureDependencies();
  ensureWebApp(node);
  const browser = ensureBrowser();
  prepareLabs(node);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const check of checks) total[runCheck(node, check) ? 'passed' : 'failed'] += 1;
  add(total, proveLabs(node));
  for (const suite of ['unit', 'journeys']) add(total, vitest(node, suite, browser));
  process.exitCode = total.failed === 0 ? 0 : 1;
  process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
});

/** Runs every declared version of every lab; each verdict counts, and a lab that cannot run here is skipped. */
function proveLabs(node) {
  say('\n── labs');
  const args = [join(folders.checkout, 'src/cli/main.ts'), 'labs', 'verify', '--json'];
  const ran = spawnSync(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: folders.checkout,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const { labs, verdicts, wrong, milliseconds } = JSON.parse(ran.stdout);
    const skipped = labs.filter((lab) => lab.skipped);
    for (const lab of skipped) say(`${lab.slug}: skipped. ${lab.skipped}`);
    say(`${verdicts} verdicts, ${wrong} wrong, ${(milliseconds / 1000).toFixed(0)} s`);
    return { passed: verdicts - wrong, failed: wrong, skipped: skipped.length };
  } catch {
    say('The labs could not be proven.');
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function vitest(node, suite, browser) {
  say(`\n── ${suite} tests`);
  const report = join(folders.state, 'test-results', `${suite}.json`);
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const ran = spawnSync(
    node,
    [
      '--disable-warning=ExperimentalWarning',
      join(folders.modules, 'vitest/vitest.mjs'),
      'run',
      '--project',
      suite,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: folders.checkout, stdio: 'inherit', env: { ...process.env, HOTSEAT_BROWSER: browser ?? '' } },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const {
    numPassedTests,
    numFailedTests,
    numPendingTests,
    numTodoTests = 0,
    success,
  } = JSON.parse(readFileSync(report, 'utf8'));
  const broken = numFailedTests === 0 && (!success || ran.status !== 0) ? 1 : 0;
  return { passed: numPassedTests, failed: numFailedTests + broken, skipped: numPendingTests + numTodoTests };
}

function add(total, counted) {
  for (const key of Object.keys(total)) total[key] += counted[key];
}
