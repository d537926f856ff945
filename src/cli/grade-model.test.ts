import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const reference = fileURLToPath(
  new URL('../../content/core/scenarios/image-upload/reference-fine.json', import.meta.url),
);
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hotseat-grade-model-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function hotseat(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { ...process.env, HOTSEAT_HOME: home },
    encoding: 'utf8',
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

const gradeFile = (file: string, ...more: readonly string[]) =>
  hotseat('grade', '--scenario', 'image-upload', '--model', file, ...more);

describe('hotseat grade --scenario', () => {
  it('prints the grade with what was matched, missed and left to ask', { timeout: 60_000 }, () => {
    const { status, out } = gradeFile(reference, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      score: 1,
      dimensions: {
        scoping: { score: null },
        model: { score: 1 },
        threats: { score: 1 },
        mitigations: { score: 1 },
        prioritization: { score: 1 },
      },
      matched: expect.arrayContaining([
        expect.objectContaining({ kind: 'threat', candidates: ['request-to-inside'] }),
      ]),
      missed: [],
      extras: [],
      contradicted: [],
      questions: [],
    });
  });

  it('grades what other tools have written nearly the same', { timeout: 60_000 }, () => {
    for (const format of ['threat-dragon', 'otm']) {
      const file = join(home, `${format}.json`);
      hotseat('threat-model', 'convert', reference, '--to', format, '--out', file);
      const { score } = JSON.parse(gradeFile(file, '--json').out);
      expect(score, format).toBeGreaterThan(0.8);
    }
  });

  it('reads what was asked, and says the grade in words', { timeout: 60_000 }, () => {
    const asked = join(home, 'asked.txt');
    writeFileSync(asked, 'formats-and-library\nDo sellers have to log in before they upload?\n');
    const { status, out } = gradeFile(reference, '--asked', asked);
    expect(status).toBe(0);
    expect(out).toContain('Facts asked for: 2 of 3 musts');
    expect(out).toContain('+ threat (must) Import from link reaches internal addresses');
  });

  it('names the scenarios there are when there is no such one, and refuses half of the options', () => {
    const unknown = hotseat('grade', '--scenario', 'nowhere', '--model', reference);
    expect(unknown.status).not.toBe(0);
    expect(unknown.err).toContain('image-upload');
    expect(hotseat('grade', '--model', reference).err).toContain('--scenario SLUG');
  });

  it('says what is wrong with a file that is no model', () => {
    const file = join(home, 'broken.json');
    writeFileSync(file, '{"version": 1}');
    const { status, err } = gradeFile(file);
    expect(status).toBe(2);
    expect(err).toContain('title');
  });
});
