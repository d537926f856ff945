import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oracle } from '#core/review/reviewers-for-tests.ts';
import { soundLab, writeLab } from '#server/packs/lab-for-tests.ts';
import { createPack } from '#server/packs/pack-for-tests.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hotseat-cli-'));
  const pack = createPack();
  writeLab(pack, 'team-notes');
  writeLab(pack, 'broken-notes', (files) => files.delete('brief.md'));
  cpSync(pack.folder, join(home, 'packs/sample'), { recursive: true });
  pack.dispose();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function hotseat(args: readonly string[], input = '') {
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { ...process.env, HOTSEAT_HOME: home },
    input,
    encoding: 'utf8',
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

const right = oracle(soundLab());
const review = (findings: unknown, ...options: string[]) =>
  hotseat(
    ['review', 'grade', '--lab', 'team-notes', '--findings', '-', ...options],
    JSON.stringify(findings),
  );

describe('hotseat review grade', () => {
  it('prints the contract', () => {
    const { status, out } = review(right, '--json');
    expect(status).toBe(0);
    const graded = JSON.parse(out);
    expect(graded).toMatchObject({
      lab: 'team-notes',
      score: 1,
      precision: 1,
      recall: 1,
      falseAlarms: [],
      nearMisses: [],
    });
    expect(graded.findings).toEqual(
      ['search-statement', 'attachment-path'].map((id, at) => ({
        id,
        outcome: 'found',
        place: 1,
        cwe: 1,
        severity: 1,
        explanation: 1,
        because: expect.stringContaining('The place is right.'),
        reported: [at],
      })),
    );
  });

  it('grades explanations by the points of each finding', () => {
    const [first] = right;
    const vague = { ...first, explanation: 'Bad code, please fix.', remediation: 'Fix it.' };
    const [graded] = JSON.parse(review([vague], '--json').out).findings;
    expect(graded).toMatchObject({ id: 'search-statement', explanation: 0 });
  });

  it('ends with 0 also when the score is 0', () => {
    const { status, out } = review([]);
    expect(status).toBe(0);
    expect(out).toContain('score 0.00');
    expect(out).toContain('- search-statement (missed): Not reported');
  });

  it('says where a false alarm and a near miss are', () => {
    const [first] = right;
    const { out } = review([
      { ...first, cwe: 79 },
      { file: 'notes/search.py', startLine: 20, cwe: 89 },
    ]);
    expect(out).toContain('! false alarm at notes/search.py:20: The limit is bound.');
    expect(out).toContain('? near miss at notes/search.py:9: CWE-79 is only related');
  });

  it('takes the SARIF that it writes', () => {
    const file = join(home, 'findings.sarif');
    const { status, out } = hotseat(
      ['review', 'sarif', '--lab', 'team-notes', '--findings', '-'],
      JSON.stringify(right),
    );
    expect(status).toBe(0);
    writeFileSync(file, out);
    const graded = hotseat(['review', 'grade', '--lab', 'team-notes', '--findings', file, '--json']);
    expect(JSON.parse(graded.out).score).toBe(1);
  });

  it.each([
    ['an unknown lab', 'no-notes', '[]', 1, 'There is no lab called no-notes.'],
    ['a lab with errors', 'broken-notes', '[]', 1, 'There is no lab called broken-notes.'],
    ['findings that are no JSON', 'team-notes', 'nothing', 2, 'This is not JSON'],
    [
      'findings in other files',
      'team-notes',
      '[{"file":"x.py","startLine":1}]',
      2,
      'the app has no file "x.py"',
    ],
  ])('refuses %s', (_, lab, findings, status, message) => {
    const ran = hotseat(['review', 'grade', '--lab', lab, '--findings', '-', '--json'], findings);
    expect(ran.status).toBe(status);
    expect(ran.err).toContain(message);
    expect(ran.out).toBe('');
  });

  it('grades a lab of a pack that is not added', () => {
    const pack = createPack();
    try {
      writeLab(pack, 'draft-notes');
      const grade = (more: string[]) =>
        hotseat(
          ['review', 'grade', '--lab', 'draft-notes', '--findings', '-', '--json', ...more],
          JSON.stringify(right),
        );
      expect(grade([])).toMatchObject({ status: 1, out: '' });
      const { status, out } = grade(['--pack', pack.folder]);
      expect(status).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ lab: 'draft-notes', score: 1 });
      const written = hotseat(
        ['review', 'sarif', '--lab', 'draft-notes', '--findings', '-', '--pack', pack.folder],
        JSON.stringify(right),
      );
      expect(JSON.parse(written.out).runs[0].results).toHaveLength(right.length);
    } finally {
      pack.dispose();
    }
  });

  it('says how to check a pack without that lab', () => {
    const pack = createPack();
    try {
      const ran = hotseat(
        ['review', 'grade', '--lab', 'team-notes', '--findings', '-', '--pack', pack.folder],
        '[]',
      );
      expect(ran).toMatchObject({ status: 1, out: '' });
      expect(ran.err).toContain(`hotseat content lint ${pack.folder} --lab team-notes`);
    } finally {
      pack.dispose();
    }
  });

  it('refuses a file that is not there', () => {
    const ran = hotseat(['review', 'grade', '--lab', 'team-notes', '--findings', join(home, 'nothing.json')]);
    expect(ran).toMatchObject({ status: 2, out: '' });
  });
});
