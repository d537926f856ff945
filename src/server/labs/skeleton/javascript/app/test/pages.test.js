import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createPages } from '../src/pages.js';

test('lists, finds and shows pages', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  await mkdir(join(folder, 'kitchen'));
  await writeFile(join(folder, 'kitchen/oven.md'), 'Hot.');
  const pages = createPages(folder);
  assert.deepEqual(await pages.names(), ['kitchen/oven.md']);
  assert.deepEqual(await pages.holding('hot'), ['kitchen/oven.md']);
  assert.equal(await pages.text('kitchen/oven.md'), 'Hot.');
  assert.equal(await pages.text('missing.md'), undefined);
});
