// Debian's packages: installs them where it may, and says the one line to run where it may not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './workplace.mjs';

/** Root on Debian or Ubuntu may install; everybody else is told what to run. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** The line that installs packages on Debian and Ubuntu. */
export const installLine = (packages) => `sudo apt-get install -y ${packages.join(' ')}`;

/** The version of a package that this system offers, or undefined when it does not say. */
export function offeredVersion(name) {
  const told = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return told.stdout?.match(/Candidate: (?:\d+:)?(\d[^\s]*)/)?.[1];
}

/** Fetches the lists of what the system offers. */
export const updatePackageLists = () => apt('update');

/** Installs packages and returns whether apt-get said that it did. */
export function installPackages(packages) {
  say(`Installing ${packages.join(' ')} …`);
  const { status, output } = apt('install', '-y', '--no-install-recommends', ...packages);
  if (status !== 0) say(output.trim());
  return status === 0;
}

function apt(...args) {
  const ran = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return { status: ran.status, output: ran.error?.message ?? ran.stderr };
}
