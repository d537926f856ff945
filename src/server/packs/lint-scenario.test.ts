import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#core/content/problem.ts';
import { lintPack } from './lint-pack.ts';
import { lintScenario } from './lint-scenario.ts';
import { createPack, type PackForTests } from './pack-for-tests.ts';

const shipped = join(import.meta.dirname, '../../../content/core');
const slug = 'image-upload';
const root = `scenarios/${slug}`;

let pack: PackForTests;
beforeEach(() => {
  pack = createPack();
  cpSync(join(shipped, root), join(pack.folder, root), { recursive: true });
});
afterEach(() => pack.dispose());

/** Lints a sound scenario after a replacement in one of its files. */
function lintChanged(
  file: string,
  from: string | RegExp,
  to: string,
): { problems: readonly Problem[]; text: string } {
  const path = join(pack.folder, root, file);
  const before = readFileSync(path, 'utf8');
  const text = before.replace(from, to);
  expect(text).not.toBe(before);
  writeFileSync(path, text);
  return { problems: lintScenario(pack.folder, slug), text };
}

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('the shipped scenarios', () => {
  it.each(readdirSync(join(shipped, 'scenarios')))('%s keeps every rule', (name) => {
    expect(lintScenario(shipped, name)).toEqual([]);
  });
});

describe('linting a scenario', () => {
  it('is part of linting the pack, which counts it', async () => {
    expect(await lintPack({ folder: pack.folder })).toMatchObject({ scenarios: 1, problems: [] });
  });

  it('reports several problems of the shape at once, each at its line and column', () => {
    const { problems, text } = lintChanged('scenario.yaml', 'difficulty: 2', 'dificulty: 2');
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: `${root}/scenario.yaml`,
        rule: 'unknown-key',
        line: lineOf(text, 'dificulty'),
        column: 1,
      }),
    );
    expect(problems.map(({ rule }) => rule)).toContain('missing-key');
  });

  it.each([
    ['two facts of one id', '- id: formats-and-library', '- id: who-uploads', 'duplicate-id'],
    [
      'a threat on what nobody drew',
      'on: [resizer, upload-service]',
      'on: [resizer, printer]',
      'dangling-reference',
    ],
    [
      'a mitigation of an unknown threat',
      'threats: [overwrite-of-others]',
      'threats: [unheard-of]',
      'dangling-reference',
    ],
    [
      'a contradiction by an unknown fact',
      'contradictedBy: limits',
      'contradictedBy: weather',
      'dangling-reference',
    ],
    ['a fact of another kind of thing', 'fact: isolated', 'fact: encrypted-at-rest', 'fact-of-other-kind'],
    ['ranks with a gap', 'rank: 8', 'rank: 9', 'ranks-incomplete'],
    ['a must behind a should', 'tier: must\n    rank: 1', 'tier: bonus\n    rank: 1', 'ranks-against-tiers'],
    [
      'a title that names the flaw',
      'title: Image upload',
      'title: SSRF by image upload',
      'gives-threat-away',
    ],
  ])('refuses %s', (_, from, to, rule) => {
    const { problems } = lintChanged('scenario.yaml', from, to);
    expect(problems).toContainEqual(expect.objectContaining({ rule, severity: 'error' }));
    // The title is the first line, and nothing else is.
    for (const { line } of problems) expect(line === 1).toBe(rule === 'gives-threat-away');
  });

  it('refuses a brief that describes a must-threat in plain words, at its line', () => {
    const threat = 'The API fetches any internal address that a seller gives, from inside the network.';
    pack.write(`${root}/brief.md`, `We run a shop.\n\n${threat}\n`);
    expect(lintScenario(pack.folder, slug)).toEqual([
      expect.objectContaining({ file: `${root}/brief.md`, rule: 'gives-threat-away', line: 3 }),
    ]);
  });

  it.each([
    ['an empty brief', '', 'empty'],
    ['a brief that says too much', 'x'.repeat(1501), 'brief-too-long'],
  ])('refuses %s', (_, brief, rule) => {
    pack.write(`${root}/brief.md`, brief);
    expect(lintScenario(pack.folder, slug)).toEqual([expect.objectContaining({ rule })]);
  });

  it.each([
    ['a reference that is no model', '"version": 1', '"version": 99', 'reference-model'],
    ['a flow that leads nowhere', '"to": "buyer"', '"to": "nobody"', 'reference-model'],
    ['a reference that is no JSON', /^\{/, '{{', 'yaml-syntax'],
    ['an element that the scenario does not know', /"seller"/g, '"vendor"', 'not-in-scenario'],
    ['a reference without a must', /"seller"/g, '"vendor"', 'must-not-drawn'],
    ['a fact that the scenario denies', '"isolated": "no"', '"isolated": "yes"', 'against-a-fact'],
    [
      'an element of another kind',
      /(?<="label": "Content network",\s+"kind": )"process"/,
      '"store"',
      'other-kind',
    ],
    ['a reference that lacks a must-threat', /"request-to-inside"/g, '"something-else"', 'not-in-scenario'],
  ])('refuses %s', (_, from, to, rule) => {
    const { problems } = lintChanged('reference-fine.json', from, to);
    expect(problems).toContainEqual(expect.objectContaining({ file: `${root}/reference-fine.json`, rule }));
  });

  it('tells where in a reference the problem stands', () => {
    const { problems, text } = lintChanged('reference-fine.json', '"to": "buyer"', '"to": "nobody"');
    expect(problems).toEqual([
      expect.objectContaining({ rule: 'reference-model', line: lineOf(text, '"to": "nobody"') }),
    ]);
  });

  it('wants every must-threat on an element of every reference', () => {
    const { problems } = lintChanged('scenario.yaml', 'on: [resizer, upload-service]', 'on: [resizer]');
    expect(problems).toEqual([
      expect.objectContaining({ file: `${root}/reference-coarse.json`, rule: 'must-threat-missing' }),
    ]);
  });

  it('wants two references', () => {
    for (const cut of ['coarse', 'other']) rmSync(join(pack.folder, root, `reference-${cut}.json`));
    expect(lintScenario(pack.folder, slug).map(({ rule }) => rule)).toContain('too-few-references');
  });

  it('warns of files that have no place there', () => {
    pack.write(`${root}/notes.txt`, 'later');
    expect(lintScenario(pack.folder, slug)).toEqual([
      expect.objectContaining({ rule: 'stray-file', severity: 'warning' }),
    ]);
  });

  it('says so when there is no such scenario', () => {
    expect(lintScenario(pack.folder, 'unheard-of')).toEqual([
      expect.objectContaining({ rule: 'no-scenario' }),
    ]);
    expect(lintScenario(pack.folder, '../../etc')).toEqual([
      expect.objectContaining({ rule: 'scenario-name' }),
    ]);
  });
});
