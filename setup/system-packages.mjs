// Debian's packages: installs them where it may, and says the one line to run where it may not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './workplace.mjs';

/** Root on Debian or Ubuntu may install; everybody else is told what to run. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** The line that installs packages on Debian and Ubuntu. */
export const installLine = (packages) => `sudo apt-get install -y ${packages.join(' ')}`;

/** Installs packages and returns whether apt-get said that it did. */
export function installPackages(packages) {
  say(`Installing ${packages.join(' ')} …`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}
