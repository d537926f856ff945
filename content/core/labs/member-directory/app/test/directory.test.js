import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Query } from 'mingo';

process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'loft-'));
for (const name of ['members', 'invites']) writeFileSync(join(process.env.DATA_DIR, `${name}.json`), '[]');
const { filterFor } = await import('../src/directory.js');

const ana = { name: 'Ana (C++)', city: 'Oslo', skills: ['go', 'sql'], joined: '2022-05-01', listed: true };
const finds = (form) => new Query(filterFor(form)).test(ana);

test('a name is found by its beginning, whatever characters it has', () => {
  assert.equal(finds({ name: 'ana (c+' }), true);
  assert.equal(finds({ name: '.' }), false);
});

test('one of several skills is enough', () => {
  assert.equal(finds({ skill: ['rust', 'sql'] }), true);
  assert.equal(finds({ skill: 'rust' }), false);
});

test('the range of dates includes both ends', () => {
  assert.equal(finds({ joined: { from: '2022-05-01', to: '2022-05-01' } }), true);
  assert.equal(finds({ joined: { to: '2022-04-30' } }), false);
});

test('columns are compared as they are, and hidden profiles are left out', () => {
  assert.equal(finds({ city: 'Oslo' }), true);
  assert.equal(new Query(filterFor({ city: 'Oslo' })).test({ ...ana, listed: false }), false);
});
