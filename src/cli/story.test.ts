import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hotseat-story-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const timeout = 60_000;
const text = 'Last year a key leaked at our shop. I revoked the key within ten minutes. Nobody had used it.';

function grade(...args: readonly string[]) {
  const command = ['--disable-warning=ExperimentalWarning', main, 'story', 'grade', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function file(content: string | Uint8Array): string {
  const path = join(folder, 'story');
  writeFileSync(path, content);
  return path;
}

test('a story is graded as JSON with its parts and remarks', { timeout }, () => {
  const { status, stdout } = grade(file(text), '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    score: expect.any(Number),
    parts: {
      situation: { present: true, quotes: [{ text: 'Last year a key leaked at our shop.', start: 0 }] },
      action: { present: true },
      lesson: { present: false, quotes: [], share: 0 },
    },
    ownership: 'i',
    minutes: 0.1,
    flags: [],
    remarks: expect.arrayContaining([expect.objectContaining({ kind: 'no-lesson' })]),
  });
});

test('without --json the remarks are told with their questions', { timeout }, () => {
  const { stdout } = grade(file(text));
  expect(stdout).toContain('- lesson');
  expect(stdout).toContain('What do you do differently today because of this?');
});

test('a batch gives a line for a line, and errors in their place', { timeout }, () => {
  const lines = [
    JSON.stringify({ id: 'a', text }),
    'no json',
    JSON.stringify({ id: 3, text: ' ' }),
    '{"id":4}',
  ];
  const { status, stdout } = grade('--batch', file(lines.join('\n')), '--json');
  const [first, ...bad] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ id: 'a', ownership: 'i' });
  expect(bad).toEqual([
    { error: expect.objectContaining({ message: expect.stringContaining('Line 2') }) },
    { id: 3, error: expect.objectContaining({ mend: expect.stringContaining('Write or paste') }) },
    { id: 4, error: expect.objectContaining({ message: expect.stringContaining('text') }) },
  ]);
  expect(status).toBe(1);
});

test.each([
  ['empty', '', 'There are no words'],
  ['huge', 'I did it. '.repeat(4000), 'more than 30000'],
  ['binary', new Uint8Array([0xff, 0xfe, 0, 1]), 'not text in UTF-8'],
])('a file that is %s is refused with what to do', { timeout }, (_, content, message) => {
  const { status, stdout, stderr } = grade(file(content), '--json');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(message);
});

test('a file that is not there is named', { timeout }, () => {
  const { status, stderr } = grade(join(folder, 'missing.txt'));
  expect(status).toBe(1);
  expect(stderr).toContain('missing.txt');
});
