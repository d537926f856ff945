// Installs what the lock file names and builds the web app, each only when its sources have changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locked } from './lock.mjs';
import { folders, npm, SetupError, say } from './workplace.mjs';

/** Installs dependencies from the lock file, with no install scripts run. */
export function ensureDependencies() {
  const wanted = fingerprint(['package-lock.json', 'package.json']);
  if (stampOf('dependencies') === wanted && existsSync(folders.modules)) return;
  locked(() => {
    if (stampOf('dependencies') === wanted && existsSync(folders.modules)) return;
    say('Installing dependencies …');
    // Not `npm ci`: it refuses a lock file that lacks other platforms' optional packages (decision 011).
    npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
    setStamp('dependencies', wanted);
  });
}

/** Builds the web app into dist/web. */
export function ensureWebApp(node) {
  const wanted = fingerprint([
    'package-lock.json',
    'vite.config.ts',
    ...filesBelow('src/web'),
    ...filesBelow('src/core'),
  ]);
  const built = () => stampOf('web') === wanted && existsSync(join(folders.checkout, 'dist/web/index.html'));
  if (built()) return;
  locked(() => {
    if (built()) return;
    say('Building the web app …');
    const vite = join(folders.modules, 'vite/bin/vite.js');
    const ran = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], {
      cwd: folders.checkout,
      stdio: ['ignore', 2, 2],
    });
    if (ran.status !== 0) throw new SetupError('The web app could not be built.', 'The lines above say why.');
    setStamp('web', wanted);
  });
}

function filesBelow(folder) {
  return readdirSync(join(folders.checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folders.checkout.length + 1))
    .sort();
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folders.checkout, file)))
      .update('\0');
  return hash.digest('hex');
}

const stampFile = (name) => join(folders.state, `${name}.stamp`);

function stampOf(name) {
  try {
    return readFileSync(stampFile(name), 'utf8');
  } catch {
    return undefined;
  }
}

function setStamp(name, value) {
  mkdirSync(folders.state, { recursive: true });
  writeFileSync(stampFile(name), value);
}
