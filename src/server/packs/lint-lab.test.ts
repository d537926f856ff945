import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#core/content/problem.ts';
import { labFiles, writeLab } from './lab-for-tests.ts';
import { lintLab } from './lint-lab.ts';
import { createPack, type PackForTests } from './pack-for-tests.ts';
import { readLab } from './read-lab.ts';

let pack: PackForTests;
beforeEach(() => {
  pack = createPack();
});
afterEach(() => pack.dispose());

const slug = 'team-notes';
const lint = (): readonly Problem[] => lintLab(pack.folder, slug);
const lineOf = (file: string, part: string): number => {
  const text = labFiles().get(file) ?? '';
  expect(text).toContain(part);
  return text.slice(0, text.indexOf(part)).split('\n').length;
};

/** Lints a lab of which one file differs from the sound one by a replacement. */
function lintChanged(file: string, from: string | RegExp, to: string): readonly Problem[] {
  writeLab(pack, slug, (files) => {
    const text = files.get(file) ?? '';
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    files.set(file, changed);
  });
  return lint();
}

describe('reading a lab', () => {
  it('gives app, checks, fixes and prose', () => {
    writeLab(pack, slug);
    const { lab, problems } = readLab(pack.folder, slug);
    expect(problems).toEqual([]);
    expect(lab?.pack).toBe('sample');
    expect(lab?.app.map(({ path }) => path)).toEqual(['README.md', 'notes/files.py', 'notes/search.py']);
    expect(lab?.checks.map(({ path }) => path)).toEqual(['checks.js']);
    expect(lab?.fixes.map(({ name, role }) => [name, role])).toContainEqual([
      'reject-length-limit',
      'reject',
    ]);
    expect(lab?.brief).toMatch(/^A team keeps/);
  });

  it('says that there is no such lab, and takes no path for a name', () => {
    for (const name of ['nothing-here', '../questions', 'a/b', '']) {
      const { lab, problems } = readLab(pack.folder, name);
      expect(lab).toBeUndefined();
      expect(problems).toHaveLength(1);
    }
  });

  it('follows no symbolic link', () => {
    writeLab(pack, slug);
    symlinkSync('/etc/hostname', join(pack.folder, `labs/${slug}/app/host`));
    expect(readLab(pack.folder, slug).lab).toBeUndefined();
    expect(lint()).toEqual([expect.objectContaining({ rule: 'no-links', file: `labs/${slug}/app/host` })]);
  });

  it('takes text only, and little of it', () => {
    writeLab(pack, slug);
    const folder = join(pack.folder, `labs/${slug}/app`);
    writeFileSync(join(folder, 'logo.txt'), Buffer.from([0xff, 0xfe, 0x00]));
    writeFileSync(join(folder, 'zero.txt'), 'a\0b');
    writeFileSync(join(folder, 'large.txt'), 'x'.repeat(200 * 1024));
    expect(lint().map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['not-utf8', 'not-text', 'file-too-large']),
    );
  });

  it('reports all missing files at once', () => {
    writeLab(pack, slug, (files) => {
      for (const file of ['debrief.md', 'checks/checks.js', 'fixes/reference/change.patch'])
        files.delete(file);
    });
    expect(lint().map(({ file }) => file.slice(`labs/${slug}/`.length))).toEqual(
      expect.arrayContaining(['debrief.md', 'checks/checks.js', 'fixes/reference/change.patch']),
    );
  });

  it('leaves out what running the app by hand left behind, with a warning', () => {
    writeLab(pack, slug);
    const left = join(pack.folder, `labs/${slug}/app/notes/__pycache__`);
    mkdirSync(left);
    writeFileSync(join(left, 'search.pyc'), Buffer.from([0, 1, 2]));
    expect(lint()).toEqual([expect.objectContaining({ rule: 'stray-file', severity: 'warning' })]);
    expect(readLab(pack.folder, slug).lab).toBeDefined();
  });
});

describe('linting a lab', () => {
  it('finds nothing in a sound lab', () => {
    writeLab(pack, slug);
    expect(lint()).toEqual([]);
  });

  it('names an unknown key with its line', () => {
    expect(lintChanged('lab.yaml', 'framework:', 'frame:')).toContainEqual(
      expect.objectContaining({ rule: 'unknown-key', line: 3, column: 1, file: `labs/${slug}/lab.yaml` }),
    );
  });

  it.each([
    ['lines-outside-file', 'lines: [9, 12]', 'lines: [9, 120]'],
    ['blank-line', 'lines: [9, 12]', 'lines: [5, 12]'],
    ['unknown-file', 'file: notes/files.py\n', 'file: notes/file.py\n'],
    ['duplicate-id', 'id: attachment-path', 'id: search-statement'],
    ['duplicate-id', 'id: name-is-path', 'id: term-in-statement'],
    ['dangling-reference', 'contradicts: [name-is-path]', 'contradicts: [no-point]'],
    ['distractor-on-finding', 'lines: [8, 8]', 'lines: [8, 9]'],
    ['hints-too-dear', 'cost: 0.2', 'cost: 0.4'],
    ['gives-flaw-away', 'title: Team notes', 'title: SQL injection in notes'],
    ['gives-flaw-away', 'summary: A small', 'summary: A vulnerable'],
    ['unknown-cwe', 'best: 89', 'best: 840'],
    ['general-cwe', 'accepted: [943]', 'accepted: [707]'],
    ['repeated-cwe', 'accepted: [943]', 'accepted: [89]'],
    ['bad-cvss', 'VC:H/VI:H/VA:N', 'VC:H/VI:H/VA:Q'],
    ['bad-cvss', 'VC:H/VI:N/VA:N', 'VC:N/VI:N/VA:N'],
    ['probe-tells', 'probe: What makes that possible?', 'probe: What of the pasted term?'],
  ])('finds %s in lab.yaml', (rule, from, to) => {
    const problems = lintChanged('lab.yaml', from, to);
    const found = problems.find((problem) => problem.rule === rule);
    expect(found?.file).toBe(`labs/${slug}/lab.yaml`);
    expect(found?.line).toBeGreaterThan(0);
    expect(problems.every(({ mend }) => mend.length > 5)).toBe(true);
  });

  it('points at the line of the range that is wrong', () => {
    const [problem] = lintChanged('lab.yaml', 'lines: [9, 12]', 'lines: [9, 120]');
    expect(problem?.line).toBe(lineOf('lab.yaml', 'lines: [9, 12]'));
  });

  it('lets a feature keep its name', () => {
    expect(lintChanged('lab.yaml', 'title: Team notes', 'title: Notes by dependency injection')).toEqual([]);
  });

  it.each([
    ['app/notes/search.py', '"""Looks notes up."""', '# vulnerable on purpose'],
    ['app/notes/search.py', '"""Looks notes up."""', '# TODO: fix security'],
    ['brief.md', 'looks them up', 'has a SQL injection'],
  ])('finds what gives the flaw away in %s', (file, from, to) => {
    const found = lintChanged(file, from, to).filter(({ rule }) => rule === 'gives-flaw-away');
    expect(found).toEqual([expect.objectContaining({ file: `labs/${slug}/${file}`, line: 1 })]);
  });

  it('finds patches that do not fit', () => {
    const problems = lintChanged('app/notes/search.py', 'with connect() as database', 'with connect() as db');
    const unfit = problems.filter(({ rule }) => rule === 'patch-does-not-fit').map(({ file }) => file);
    expect(unfit).toContain(`labs/${slug}/fixes/reference/change.patch`);
    expect(unfit).toContain(`labs/${slug}/fixes/accept-bound-by-name/change.patch`);
  });

  it('finds two fixes that come to the same', () => {
    writeLab(pack, slug, (files) => {
      files.set('fixes/accept-bound-by-name/change.patch', files.get('fixes/reference/change.patch') ?? '');
    });
    expect(lint()).toEqual([expect.objectContaining({ rule: 'same-fix' })]);
  });

  it('wants two other right fixes, four wrong ones, and one that removes the feature', () => {
    writeLab(pack, slug, (files) => {
      for (const name of ['accept-bound-by-name', 'reject-feature-removed'])
        for (const file of ['fix.yaml', 'change.patch']) files.delete(`fixes/${name}/${file}`);
    });
    expect(lint().map(({ message }) => message)).toEqual([
      'There are 1 other right fixes.',
      'There are 3 wrong fixes.',
      'No fix removes the feature.',
    ]);
  });

  it('wants fails on wrong fixes only, with checks that exist', () => {
    const reject = 'fixes/reject-length-limit/fix.yaml';
    expect(lintChanged(reject, 'union-select', 'no-such-check')).toEqual([
      expect.objectContaining({ rule: 'unknown-check', file: `labs/${slug}/${reject}`, line: 3 }),
    ]);
    expect(lintChanged(reject, 'fails: [union-select]\n', '')).toEqual([
      expect.objectContaining({ rule: 'fails-missing' }),
    ]);
    expect(lintChanged('fixes/reference/fix.yaml', /$/, 'fails: [union-select]\n')).toContainEqual(
      expect.objectContaining({ rule: 'fails-on-right-fix' }),
    );
  });

  it('does not guess at checks whose ids are computed', () => {
    writeLab(pack, slug, (files) => {
      files.set('checks/checks.js', 'for (const way of ways) exploit(way.id, way.name, options, run);\n');
    });
    expect(lint()).toEqual([]);
  });

  it.each([
    [
      'the marks of a comment in a text',
      "'A search finds quotes'",
      "'A search for /* and // finds quotes, and */'",
    ],
    ['words of the language in a title', "'An attack', {", "'An async function => attack', {"],
    ['a title across lines', "'A search finds notes'", '`A search\nfinds notes`'],
    ['a pattern with quotes', 'async (t) => {});', 'async (t) => { t.expect(/[\'"`]\\/\\*/.test(t)); });'],
  ])('reads the checks in spite of %s', (_, from, to) => {
    expect(lintChanged('checks/checks.js', from, to)).toEqual([]);
  });

  it('takes no check from a comment or a text', () => {
    const more = "/* exploit('union-select') */ const shown = `notice('search-statement')`;\n";
    expect(lintChanged('checks/checks.js', /$/, more)).toEqual([]);
  });

  it('says where the checks are not JavaScript', () => {
    expect(lintChanged('checks/checks.js', /$/, 'const = 1;\n')).toEqual([
      expect.objectContaining({
        rule: 'no-javascript',
        message: 'This is not JavaScript: Unexpected token.',
      }),
    ]);
  });

  it('says which notices cannot be proven', () => {
    const computed = lintChanged('checks/checks.js', "notice('search-statement'", 'notice(finding');
    expect(computed).toEqual([expect.objectContaining({ rule: 'notice-unproven', severity: 'warning' })]);
    const noAttacks = lintChanged(
      'checks/checks.js',
      /finding: 'attachment-path'/g,
      "finding: 'search-statement'",
    );
    expect(noAttacks).toContainEqual(
      expect.objectContaining({
        rule: 'notice-unproven',
        message: 'No exploit check attacks `attachment-path`, so this notice cannot be proven.',
      }),
    );
  });

  it.each([
    [
      "functional('finds-quotes'",
      "// functional('finds-quotes'",
      'There are 3 functional checks; 4 is the least.',
    ],
    ['hidden: true', 'hidden: false', 'None of its exploit checks is hidden.'],
    [
      "notice('search-statement', async (t, exchange) => undefined);",
      '',
      'Nothing notices when it is exploited.',
    ],
    ["{ finding: 'search-statement'", "{ finding: 'no-finding'", 'There is no finding `no-finding`.'],
    ["exploit('always-true'", "exploit('union-select'", 'There is another `union-select`.'],
  ])('looks at the text of the checks: %s', (from, to, message) => {
    expect(lintChanged('checks/checks.js', from, to).map((problem) => problem.message)).toContain(message);
  });

  it('wants the patch of a pull request to lead to the app', () => {
    const request = (patch: string): readonly Problem[] => {
      writeLab(pack, slug, (files) => {
        files.set('lab.yaml', (files.get('lab.yaml') ?? '').replace('kind: app', 'kind: pull-request'));
        files.set('pull-request/description.md', '# Search notes\n\nAdds the search.\n');
        files.set('pull-request/change.patch', patch);
      });
      return lint();
    };
    const readme = '--- a/README.md\n+++ b/README.md\n@@ -1,2 +1,3 @@\n # Notes\n \n';
    expect(request(`${readme}+Run \`flask --app notes.wsgi run\`.\n`).map(({ rule }) => rule)).toEqual([
      'finding-outside-change',
      'finding-outside-change',
    ]);
    expect(request(`${readme}+Something else.\n`).map(({ rule }) => rule)).toEqual(['patch-does-not-fit']);
  });
});
