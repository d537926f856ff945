import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures-for-tests.ts';
import { inStaging, removeStaleStaging } from './staging.ts';

const deadProcess = spawnSync(process.execPath, ['--version']).pid;

describe('a staging folder', () => {
  it('is there for the work and gone afterwards, whether the work succeeds or fails', async () => {
    using home = temporaryFolder();
    const listeners = process.listenerCount('SIGTERM');
    const seen = await inStaging(home.path, async (folder) => {
      expect(existsSync(folder)).toBe(true);
      return folder;
    });
    expect(existsSync(seen)).toBe(false);
    await expect(inStaging(home.path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(join(home.path, 'packs'))).toEqual([]);
    expect(process.listenerCount('SIGTERM')).toBe(listeners);
  });

  it('is removed later when its program was killed, and only then', async () => {
    using home = temporaryFolder();
    const packs = join(home.path, 'packs');
    const old = `.staging-${process.pid}-oldold`;
    for (const name of [`.staging-${deadProcess}-abcdef`, old, '.staging-abcdef', 'a-pack'])
      mkdirSync(join(packs, name, 'questions'), { recursive: true });
    utimesSync(join(packs, old), 0, 0);
    await inStaging(home.path, async (folder) => {
      removeStaleStaging(home.path);
      expect(existsSync(folder)).toBe(true);
    });
    expect(readdirSync(packs)).toEqual(['.staging-abcdef', 'a-pack']);
    utimesSync(join(packs, '.staging-abcdef'), 0, 0);
    removeStaleStaging(home.path);
    expect(readdirSync(packs)).toEqual(['a-pack']);
  });

  it('is looked for without complaint where nothing was ever added', () => {
    expect(() => removeStaleStaging('/nowhere/at/all')).not.toThrow();
  });
});
