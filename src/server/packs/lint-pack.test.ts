import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#core/content/problem.ts';
import { lintPack } from './lint-pack.ts';
import { createPack, type PackForTests, questionText } from './pack-for-tests.ts';

let pack: PackForTests;
beforeEach(() => {
  pack = createPack();
});
afterEach(() => pack.dispose());

const lint = async (): Promise<readonly Problem[]> => (await lintPack({ folder: pack.folder })).problems;
const rules = (problems: readonly Problem[]): string[] => problems.map((problem) => problem.rule);
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** Lints one question that differs from a sound one by a replacement. */
async function lintChanged(
  from: string | RegExp,
  to: string,
): Promise<{ problems: readonly Problem[]; text: string }> {
  const text = questionText('binding', (sound) => sound.replace(from, to));
  expect(text).not.toBe(questionText('binding'));
  pack.write('questions/binding.md', text);
  return { problems: await lint(), text };
}

describe('linting a pack', () => {
  it('finds nothing in a sound pack', async () => {
    pack.write('questions/binding.md', questionText('binding'));
    expect(await lint()).toEqual([]);
  });

  it('names an unknown key with its line and column', async () => {
    const { problems, text } = await lintChanged('difficulty: 1', 'dificulty: 1');
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'unknown-key', line: lineOf(text, 'dificulty'), column: 1 }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'missing-key', message: '`difficulty` is missing.' }),
    );
  });

  it('reports the problems of all files at once', async () => {
    pack.write(
      'questions/one.md',
      questionText('one', (text) => text.replace('difficulty: 1', 'difficulty: 9')),
    );
    pack.write(
      'questions/two.md',
      questionText('two', (text) => text.replace('tier: must', 'tier: vital')),
    );
    pack.write('lexicon/bad.yaml', 'entries: none\n');
    const problems = await lint();
    expect(new Set(problems.map((problem) => problem.file))).toEqual(
      new Set(['questions/one.md', 'questions/two.md', 'lexicon/bad.yaml']),
    );
  });

  it.each([
    ['a duplicate id', /id: parsed-before/, 'id: bound-parameters', 'duplicate-id'],
    [
      'a dangling contradicts',
      'contradicts: [bound-parameters]',
      'contradicts: [gone]',
      'dangling-reference',
    ],
    ['an example that claims an unknown point', 'meets: []', 'meets: [gone]', 'dangling-reference'],
    [
      'a quote that is not in the answer',
      'quote: escaping the quotes',
      'quote: escaping all quotes',
      'quote-not-verbatim',
    ],
    [
      'a probe that tells the answer',
      'probe: How do the values travel?',
      'probe: Would you use bound parameters?',
      'probe-tells',
    ],
    ['a weight out of range', 'tier: must', 'tier: must\n    weight: 7', 'out-of-range'],
    ['a slug that is not the file name', 'slug: binding', 'slug: other', 'slug-is-file-name'],
    ['a missing debrief heading', '## Where answers go wrong', '## Errors', 'debrief-heading'],
    ['only weak examples', 'band: strong-yes', 'band: no', 'examples-one-sided'],
    ['slots that ask for more groups than there are', 'need: 1', 'need: 3', 'invalid'],
    ['a key written twice', 'minutes: 3', 'minutes: 3\nminutes: 4', 'yaml-syntax'],
    ['an anchor', 'minutes: 3', 'minutes: &m 3', 'no-aliases'],
    ['a tag', 'title: Why bind parameters', 'title: !!js/function Why', 'yaml-syntax'],
    ['missing front matter', /^---\n/, '', 'front-matter-missing'],
  ])('finds %s', async (_, from, to, rule) => {
    const { problems } = await lintChanged(from, to);
    expect(rules(problems)).toContain(rule);
    for (const problem of problems) {
      expect(problem.mend).not.toBe('');
      expect(problem.line).toBeGreaterThan(0);
    }
  });

  it('refuses an alias bomb without expanding it', async () => {
    const levels = Array.from(
      { length: 40 },
      (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}, *l${level}]`,
    );
    pack.write('lexicon/bomb.yaml', ['l0: &l0 [lol, lol]', ...levels].join('\n'));
    expect(rules(await lint())).toContain('no-aliases');
  });

  it('refuses a document that is nested too deeply', async () => {
    pack.write('lexicon/deep.yaml', `entries: ${'['.repeat(200_000)}`);
    expect(rules(await lint())).toContain('yaml-syntax');
  });

  it('refuses a file of 50 MB without reading it', async () => {
    pack.write('questions/huge.md', 'x'.repeat(50 * 1024 * 1024));
    expect(rules(await lint())).toContain('file-too-large');
  });

  it('refuses symbolic links to files and folders', async () => {
    pack.write('questions/real.md', questionText('real'));
    symlinkSync('/etc/passwd', join(pack.folder, 'questions/link.md'));
    symlinkSync('/etc', join(pack.folder, 'guide'));
    const problems = await lint();
    expect(problems).toContainEqual(expect.objectContaining({ file: 'questions/link.md', rule: 'no-links' }));
    expect(problems).toContainEqual(expect.objectContaining({ file: 'guide', rule: 'no-links' }));
  });

  it('refuses text that is not UTF-8', async () => {
    pack.write('questions/binding.md', questionText('binding'));
    writeFileSync(join(pack.folder, 'questions/latin.md'), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a]));
    expect(rules(await lint())).toEqual(['not-utf8']);
  });

  it('warns of files that have no place in a pack', async () => {
    pack.write('run.sh', 'echo');
    expect(await lint()).toContainEqual(expect.objectContaining({ file: 'run.sh', severity: 'warning' }));
  });

  it('says so when the folder is no pack', async () => {
    const result = await lintPack({ folder: join(pack.folder, 'absent') });
    expect(result.problems).toContainEqual(expect.objectContaining({ rule: 'no-pack' }));
  });
});
