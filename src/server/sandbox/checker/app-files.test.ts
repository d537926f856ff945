import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppFiles } from './app-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hotseat-app-files-'));
  mkdirSync(join(root, 'rooms/a'), { recursive: true });
  writeFileSync(join(root, 'rooms/a/plan.txt'), 'plan');
  writeFileSync(join(root, 'list.txt'), 'list');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('lists the files of all folders in name order', () => {
  const files = new AppFiles(root);
  expect(files.list()).toEqual(['list.txt', 'rooms/a/plan.txt']);
  expect(files.list('rooms')).toEqual(['rooms/a/plan.txt']);
  expect(files.list('nowhere')).toEqual([]);
});

it('lists links and follows none, also where they lead to a folder above', () => {
  symlinkSync('..', join(root, 'rooms/up'));
  symlinkSync('../..', join(root, 'rooms/a/top'));
  symlinkSync('/etc/hostname', join(root, 'rooms/host'));
  const files = new AppFiles(root);
  expect(files.list()).toEqual(['list.txt', 'rooms/a/plan.txt', 'rooms/a/top', 'rooms/host', 'rooms/up']);
  expect(files.read('rooms/host')).toBeUndefined();
});
