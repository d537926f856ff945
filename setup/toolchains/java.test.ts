import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../src/server/fixtures-for-tests.ts';
import { lockOf, verifyJars } from './java.mjs';

const verifyAfter = (change: (folder: string) => void) => () => {
  using folder = temporaryFolder();
  for (const jar of ['a-1.jar', 'b-2.jar']) writeFileSync(join(folder.path, jar), `content of ${jar}`);
  const locked = lockOf(folder.path);
  change(folder.path);
  verifyJars(folder.path, locked);
};

it('takes the jars that were locked', () => {
  expect(verifyAfter(() => undefined)).not.toThrow();
});

it.each([
  ['another content', (folder: string) => writeFileSync(join(folder, 'a-1.jar'), 'changed'), 'a-1.jar'],
  ['a jar missing', (folder: string) => rmSync(join(folder, 'b-2.jar')), 'b-2.jar'],
  ['a jar too many', (folder: string) => writeFileSync(join(folder, 'c-3.jar'), ''), 'c-3.jar'],
])('refuses %s and names it', (_case, change, jar) => {
  expect(verifyAfter(change)).toThrow(`The jar ${jar} is not the pinned one.`);
});
