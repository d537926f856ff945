import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { labItems } from './diagnose-labs.ts';
import { temporaryFolder } from './fixtures-for-tests.ts';

const sandbox = { ready: true as const, version: '0.8.0' };

function items(write: (folder: string) => void) {
  using folder = temporaryFolder();
  write(folder.path);
  return new Map(labItems({ toolchains: folder.path, sandbox }).map((item) => [item.name, item]));
}

function writeToolchain(folder: string, toolchain: { language: string }): void {
  mkdirSync(join(folder, toolchain.language));
  writeFileSync(join(folder, toolchain.language, 'toolchain.json'), JSON.stringify(toolchain));
}

const progress = (folder: string, pid: number): void =>
  writeFileSync(
    join(folder, 'progress.json'),
    JSON.stringify({ pid, languages: { go: 'building the standard library' } }),
  );

const prepared = { language: 'go', version: '1.26.8', home: '/go', cache: '/cache', stamp: 's' };
const lacking = { language: 'go', missing: 'Go is not installed.', mend: 'Run: install it' };
/** Above the highest that Linux gives. */
const deadProcess = 2 ** 22 + 1;

it('says the version of a language that is prepared', () => {
  const found = items((folder) => writeToolchain(folder, prepared));
  expect(found.get('Labs in Go')).toMatchObject({ state: 'ready', detail: 'Go 1.26.8', mend: null });
});

it('hands on what setup found missing, and the mend', () => {
  const found = items((folder) => writeToolchain(folder, lacking));
  expect(found.get('Labs in Go')).toMatchObject({
    state: 'missing',
    detail: 'Go is not installed.',
    mend: 'Run: install it',
  });
});

it('tells what is being done for a language that is not ready yet, also after it was missing', () => {
  for (const before of [() => undefined, (folder: string) => writeToolchain(folder, lacking)]) {
    const found = items((folder) => {
      before(folder);
      progress(folder, process.pid);
    });
    expect(found.get('Labs in Go')).toMatchObject({
      state: 'preparing',
      detail: expect.stringContaining('building the standard library'),
    });
    expect(found.get('Labs in Python')).toMatchObject({ state: 'missing' });
  }
});

it('keeps a language ready while it is prepared anew', () => {
  const found = items((folder) => {
    writeToolchain(folder, prepared);
    progress(folder, process.pid);
  });
  expect(found.get('Labs in Go')).toMatchObject({ state: 'ready' });
});

it('does not believe the progress of a preparation that was killed', () => {
  const found = items((folder) => progress(folder, deadProcess));
  expect(found.get('Labs in Go')).toMatchObject({ state: 'missing', mend: 'Run: bin/hotseat labs prepare' });
});
