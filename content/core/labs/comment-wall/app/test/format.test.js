import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../public/format.js';

test('a word between asterisks is bold', () => {
  assert.equal(format('this is *so* good'), 'this is <strong>so</strong> good');
  assert.equal(format('2 * 3 * 4'), '2 * 3 * 4');
});

test('an address becomes a link', () => {
  assert.match(format('see https://garden.example/plan today'), /^see <a href="https:\/\/garden\.example\/plan"/);
});

test('lines stay lines', () => {
  assert.equal(format('one\ntwo'), 'one<br>two');
});
