import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintPack } from './lint-pack.ts';
import { loadTriage } from './load-triage.ts';
import { createPack, type PackForTests } from './pack-for-tests.ts';
import { readTriage } from './read-triage.ts';

const shipped = join(import.meta.dirname, '../../../content/core');
const file = 'triage/web-shop-before-the-sale.yaml';
const sound = readFileSync(join(shipped, file), 'utf8');

let pack: PackForTests;
beforeEach(() => {
  pack = createPack();
  pack.write(file, sound);
});
afterEach(() => pack.dispose());

/** Reads a sound set after a replacement. */
function readChanged(from: string | RegExp, to: string) {
  const text = sound.replace(from, to);
  expect(text).not.toBe(sound);
  pack.write(file, text);
  return readTriage(pack.folder, file, 'sample');
}

describe('the shipped triage sets', () => {
  it.each(readdirSync(join(shipped, 'triage')))('%s keeps every rule', (name) => {
    expect(readTriage(shipped, `triage/${name}`, 'core').problems).toEqual([]);
  });
});

describe('reading a triage set', () => {
  it('is part of linting the pack, which counts it', async () => {
    expect(await lintPack({ folder: pack.folder })).toMatchObject({ triage: 1, problems: [] });
  });

  it('leaves a set with errors out, and a slug to the first pack', () => {
    const other = createPack('other');
    other.write(file, sound);
    other.write('triage/broken.yaml', 'title: x\n');
    const folders = [pack, other].map(({ folder }) => ({ folder, removable: false }));
    const sets = loadTriage(folders);
    other.dispose();
    expect([...sets.values()].map(({ slug, pack: home }) => [slug, home])).toEqual([
      ['web-shop-before-the-sale', 'sample'],
    ]);
  });

  it.each([
    ['two findings of one id', 'id: sql-in-sorting', 'id: log4j-in-reports', 'duplicate-id'],
    ['a scanner with a ticket', 'source: scanner', 'source: bug-bounty', 'form-of-source'],
    ['words that nobody can read', 'words: "JndiLookup', 'words: "The JndiLookup', 'words-not-there'],
    ['a duplicate of nothing', 'duplicateOf: return', 'duplicateOf: no-return', 'duplicate-of-nothing'],
    [
      'an expert who takes a false positive',
      '{ id: commerce-xxe, why',
      '{ id: sql-in-sorting, why',
      'bad-ordering',
    ],
    ['a sprint that is not filled', 'capacity: 4', 'capacity: 5', 'sprint-not-filled'],
    ['a swap of what is not there', '[gift-card-race, review', '[gift-cards, review', 'bad-swap'],
    ['a real finding without what decides', 'decisive: [reachability]', 'decisive: []', 'nothing-decisive'],
    ['a vector of another version', 'CVSS:4.0/AV:A', 'CVSS:3.1/AV:A', 'bad-cvss'],
    ['an unknown weakness', 'cwe: 306', 'cwe: 999999', 'unknown-cwe'],
    ['a CVE that is none', 'CVE-2023-44487, epss', 'CVE-23-1, epss', 'bad-format'],
    ['an expert who says nothing', /why: "[^"]*"/g, 'why: "Because."', 'expert-scores-low'],
  ])('refuses %s', (_, from, to, rule) => {
    const { set, problems } = readChanged(from, to);
    expect(set).toBeUndefined();
    if (rule !== 'bad-format') expect(problems.map((problem) => problem.rule)).toContain(rule);
    for (const { line, message, mend } of problems) {
      expect(line).toBeGreaterThan(1);
      expect(message).toMatch(/\w/);
      expect(mend).toMatch(/\w/);
    }
  });

  it('refuses a set that sorting by CVSS passes', () => {
    const flaw = (privileges: string, effects: string): string =>
      `CVSS:4.0/AV:N/AC:L/AT:N/PR:${privileges}/UI:N/${effects}/SC:N/SI:N/SA:N`;
    // The most severe first, as the expert orders them.
    const steps = [
      [/(commerce-xxe|return-label-of-others|tag-manager\S*|review-name\S*)\n/, flaw('N', 'VC:H/VI:H/VA:H')],
      [/gift-card-race\n/, flaw('N', 'VC:N/VI:H/VA:N')],
      [/(session-store\S*|coupon-guessing)\n/, flaw('L', 'VC:N/VI:H/VA:N')],
      [/mail-policy-none\n/, flaw('L', 'VC:N/VI:L/VA:N')],
      [/\n/, flaw('H', 'VC:L/VI:N/VA:N')],
    ] as const;
    const text = sound
      .split(/(?=^ {2}- id: )/m)
      .map((part) => {
        const name = part.slice(0, part.indexOf('\n') + 1);
        const vector = steps.find(([pattern]) => pattern.test(name))?.[1] ?? '';
        return part.replace(/CVSS:4\.0[^"]+/, vector);
      })
      .join('');
    pack.write(file, text);
    const { problems } = readTriage(pack.folder, file, 'sample');
    expect(problems.map(({ rule }) => rule)).toContain('cvss-scores-high');
  });

  it('refuses a name that is no identifier', () => {
    expect(readTriage(pack.folder, 'triage/Some Set.yaml', 'sample').problems).toMatchObject([
      { rule: 'triage-name' },
    ]);
  });
});
