import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges, setEntry } from '../src/settings/change.js';
import { defaults } from '../src/settings/defaults.js';
import { problemWith } from '../src/settings/validate.js';

const fresh = () => structuredClone(defaults);

test('the defaults are fine', () => {
  assert.equal(problemWith(fresh()), undefined);
});

test('a page size out of range is refused', () => {
  assert.match(problemWith({ ...fresh(), pageSize: 5000 }), /pageSize/);
});

test('a change keeps its neighbors', () => {
  const settings = applyChanges(fresh(), { notify: { quiet: { from: '21:30' } } });
  assert.deepEqual(settings.notify, { mail: true, push: false, quiet: { from: '21:30', to: '07:00' } });
});

test('null removes an entry and a list replaces a list', () => {
  const settings = applyChanges(fresh(), { theme: null, columns: ['title'] });
  assert.equal('theme' in settings, false);
  assert.deepEqual(settings.columns, ['title']);
});

test('an entry is set by its path, missing levels included', () => {
  const settings = setEntry(fresh(), ['extensions', 'cal.team', 'color'], 'teal');
  assert.deepEqual(settings.extensions, { 'cal.team': { color: 'teal' } });
});
