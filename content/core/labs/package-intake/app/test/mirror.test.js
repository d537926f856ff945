import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readFiles, unpack } from '../src/mirror.js';

const bundle = (files) => Buffer.from(JSON.stringify({ files }));
const newFolder = async () => join(await mkdtemp(join(tmpdir(), 'intake-')), '1.0.0');

test('the files of a bundle are written where they belong', async () => {
  const folder = await newFolder();
  await unpack(folder, bundle({ 'package.json': '{}', 'lib/index.js': 'export {};' }));
  assert.deepEqual(await readFiles(folder), { 'lib/index.js': 'export {};', 'package.json': '{}' });
});

test('no file is written outside of the package', async () => {
  await assert.rejects(unpack(await newFolder(), bundle({ '../../evil.js': '' })), /leads out/);
});
