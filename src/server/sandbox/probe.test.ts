import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../fixtures-for-tests.ts';
import { type Probed, probeSandbox, rememberingProbe } from './probe.ts';

afterEach(() => vi.unstubAllEnvs());

it.runIf(process.platform === 'linux')('says which package is missing, and the line that installs it', () => {
  vi.stubEnv('PATH', '/nowhere');
  expect(probeSandbox()).toMatchObject({
    ready: false,
    message: expect.stringContaining('bubblewrap'),
    mend: expect.stringContaining('apt-get install -y bubblewrap'),
  });
});

it.runIf(process.platform === 'linux')('refuses a bubblewrap that cannot forbid further namespaces', () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'bwrap'), '#!/bin/sh\necho bubblewrap 0.6.1\n');
  chmodSync(join(folder.path, 'bwrap'), 0o755);
  vi.stubEnv('PATH', `${folder.path}:${process.env.PATH}`);
  expect(probeSandbox()).toMatchObject({
    ready: false,
    message: expect.stringContaining('0.6.1 is too old'),
  });
});

it('asks again after a failure, so that a mend is seen without a restart, and never after success', () => {
  const answers: Probed[] = [
    { ready: false, message: 'm', mend: 'n' },
    { ready: true, version: '1' },
  ];
  const probe = vi.fn(() => answers.shift() ?? { ready: false as const, message: '', mend: '' });
  const remembered = rememberingProbe(probe, 0);
  expect([remembered().ready, remembered().ready, remembered().ready]).toEqual([false, true, true]);
  expect(probe).toHaveBeenCalledTimes(2);
});

it('does not try again at once after a failure', () => {
  const probe = vi.fn((): Probed => ({ ready: false, message: 'm', mend: 'n' }));
  const remembered = rememberingProbe(probe);
  remembered();
  remembered();
  expect(probe).toHaveBeenCalledTimes(1);
});
