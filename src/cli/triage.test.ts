import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const slug = 'web-shop-before-the-sale';
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hotseat-triage-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function hotseat(...args: readonly string[]) {
  const ran = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'triage', ...args],
    {
      env: { ...process.env, HOTSEAT_HOME: home },
      encoding: 'utf8',
    },
  );
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}
function gradeOf(answer: unknown, ...more: readonly string[]) {
  const file = join(home, 'answer.json');
  writeFileSync(file, typeof answer === 'string' ? answer : JSON.stringify(answer));
  return hotseat('grade', '--set', slug, '--answer', file, ...more);
}

const answer = {
  order: ['commerce-xxe', 'return-label-of-others', 'gift-card-race', 'log4j-in-reports'],
  chosen: ['commerce-xxe', 'return-label-of-others', 'gift-card-race', 'log4j-in-reports'],
  rejected: ['sql-in-sorting'],
  reasons: { 'commerce-xxe': 'It is in KEV and open to the internet.' },
};

describe('hotseat triage', () => {
  it('lists the sets and shows one without what experts say', { timeout: 60_000 }, () => {
    const { out } = hotseat('list', '--json');
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ slug, findings: 14 }));
    const shown = hotseat('show', slug, '--json').out;
    const { capacity, findings } = JSON.parse(shown);
    expect(capacity).toBe(4);
    expect(findings).toContainEqual(expect.objectContaining({ id: 'commerce-xxe', score: 9.3 }));
    for (const secret of ['falsePositive', 'duplicateOf', 'decisive', 'reachability', 'experts', 'swaps'])
      expect(shown).not.toContain(`"${secret}"`);
    expect(hotseat('show', slug).out).toContain('CVE-2024-34102  EPSS 0.94  KEV');
  });

  it('prints the findings as SARIF', { timeout: 60_000 }, () => {
    const { status, out } = hotseat('sarif', slug);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: expect.any(Array) });
  });

  it('grades an answer and says what was wasted and what came too late', { timeout: 60_000 }, () => {
    const { status, out } = gradeOf(answer, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      set: slug,
      expert: 'money-first',
      choices: expect.arrayContaining([
        expect.objectContaining({ id: 'log4j-in-reports', verdict: 'false-positive' }),
      ]),
      late: [expect.objectContaining({ id: 'tag-manager-without-second-factor', place: null })],
    });
    const text = gradeOf(answer).out;
    expect(text).toContain('"JndiLookup.class is not in the jar that ships"');
    expect(text).toContain('exploitability: "KEV"');
  });

  it('refuses what is no answer and what is no set', { timeout: 60_000 }, () => {
    expect(gradeOf('{')).toMatchObject({ status: 2, err: expect.stringMatching(/not JSON.*\n→/) });
    const missing = hotseat('grade', '--set', slug, '--answer', join(home, 'missing.json'));
    expect(missing).toMatchObject({ status: 2, err: expect.stringMatching(/missing\.json cannot be read/) });
    expect(gradeOf({ ...answer, chosen: ['nothing'] })).toMatchObject({ status: 2 });
    expect(hotseat('show', 'no-such-set')).toMatchObject({ status: 1, err: expect.stringContaining(slug) });
  });
});
