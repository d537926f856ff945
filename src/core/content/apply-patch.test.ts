import { createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchFiles } from './apply-patch.ts';

const app = [
  { path: 'app/main.py', content: 'one\ntwo\nthree\n' },
  { path: 'app/old.py', content: 'gone\n' },
];

test('a patch changes, adds and removes files', () => {
  const patch = [
    '--- a/app/main.py\n+++ b/app/main.py\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n',
    '--- /dev/null\n+++ b/app/new.py\n@@ -0,0 +1 @@\n+new\n',
    '--- a/app/old.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-gone\n',
  ].join('');
  expect(patchFiles(app, patch)).toEqual({
    ok: true,
    files: [
      { path: 'app/main.py', content: 'one\n2\nthree\n' },
      { path: 'app/new.py', content: 'new\n' },
    ],
  });
});

test('a patch that does not fit is refused with the file named', () => {
  const patch = '--- a/app/main.py\n+++ b/app/main.py\n@@ -1,3 +1,3 @@\n one\n-zwei\n+2\n three\n';
  expect(patchFiles(app, patch)).toMatchObject({
    ok: false,
    message: expect.stringContaining('app/main.py'),
  });
});

test('text that is no patch is refused', () => {
  expect(patchFiles(app, 'hello')).toMatchObject({ ok: false });
  expect(patchFiles(app, '')).toMatchObject({ ok: false });
});

test('what a patch does, its reverse takes back', () => {
  const lines = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
    .map((all) => all.map((line) => `${line}\n`).join(''));
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      fc.pre(before !== after && before !== '' && after !== '');
      const patch = createTwoFilesPatch('a/f', 'b/f', before, after);
      const there = patchFiles([{ path: 'f', content: before }], patch);
      expect(there).toEqual({ ok: true, files: [{ path: 'f', content: after }] });
      const back = patchFiles([{ path: 'f', content: after }], patch, true);
      expect(back).toEqual({ ok: true, files: [{ path: 'f', content: before }] });
    }),
  );
});
