import { expect, it } from 'vitest';
import { changedApp, hindranceOfPath, stateOf, withFile, withoutFile, withReset } from './work-files.ts';

const app = [
  { path: 'a.py', content: 'a' },
  { path: 'lib/b.py', content: 'b' },
];

it('counts a file as changed only while it differs', () => {
  const changed = withFile(app, {}, { path: 'a.py', content: 'aa' });
  expect(stateOf(app, changed, 'a.py')).toBe('changed');
  expect(withFile(app, changed, { path: 'a.py', content: 'a' })).toEqual({});
  expect(withReset(changed, 'a.py')).toEqual({});
});

it('lays new and deleted files over the app', () => {
  const changes = withoutFile(app, withFile(app, {}, { path: 'c.py', content: 'c' }), 'a.py');
  expect(changedApp(app, changes).map(({ path }) => path)).toEqual(['c.py', 'lib/b.py']);
  expect([stateOf(app, changes, 'a.py'), stateOf(app, changes, 'c.py')]).toEqual(['deleted', 'new']);
  expect(withoutFile(app, changes, 'c.py')).toEqual({ 'a.py': null });
});

it('refuses paths that lead out, exist, or cross a folder', () => {
  expect(hindranceOfPath(app, {}, 'lib/c.py')).toBeUndefined();
  for (const path of ['../x', '/x', 'a.py', 'lib', 'a.py/x', ''])
    expect(hindranceOfPath(app, {}, path)).toBeTypeOf('string');
});
