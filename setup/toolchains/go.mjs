// Go: the standard library, built once the way apps of labs are built. Nothing is fetched.
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, isAtLeast, runCommand } from './commands.mjs';

const least = [1, 22];

/** The sandbox builds with the same settings; others would miss the cache. */
const settings = {
  CGO_ENABLED: '0',
  GOFLAGS: '-trimpath -buildvcs=false',
  GOENV: 'off',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
};

export const go = {
  language: 'go',
  title: 'Go',
  manifests: [],
  packages: ['golang-go'],
  least,
  programOf: ({ home }) => join(home, 'bin/go'),

  async find() {
    const program = findProgram('go') ?? findProgram('go', '/usr/local/go/bin');
    if (!program) return { missing: 'Go is not installed.' };
    const told = await runCommand(program, ['env', 'GOVERSION', 'GOROOT'], { env: { GOTOOLCHAIN: 'local' } });
    const [version, home] = told.trim().replace(/^go/, '').split('\n');
    if (!isAtLeast(version, least)) {
      return {
        missing: `Go ${version} is too old: the labs need ${least.join('.')}.`,
        mend: `Install Go ${least.join('.')} or newer into /usr/local/go, then run: bin/hotseat labs prepare`,
      };
    }
    return { tool: { program, version, home: realpathSync(home) } };
  },

  async prepare({ version, home }, { folder, step }) {
    step('building the standard library');
    const cache = join(folder, 'cache');
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    await runCommand(join(home, 'bin/go'), ['build', 'std'], {
      cwd: folder,
      env: { ...settings, GOROOT: home, GOCACHE: cache, GOTMPDIR: temporary },
    });
    rmSync(temporary, { recursive: true });
    return { version, home, cache };
  },
};
