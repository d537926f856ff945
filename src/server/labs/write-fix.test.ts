import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintLab } from '#server/packs/lint-lab.ts';
import { readLab } from '#server/packs/read-lab.ts';
import { writeNewLab } from './new-lab.ts';
import { appAfter } from './submission-of.ts';
import { openWorkFolder } from './work-folder.ts';
import { writeFix } from './write-fix.ts';

const slug = 'staff-handbook';
let room: string;
let pack: string;
let from: string;
const edit = (path: string, change: (text: string) => string): void => {
  const file = join(from, 'app', path);
  writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : ''));
};
const labNow = () => {
  const { lab, problems } = readLab(pack, slug);
  if (!lab) throw new Error(JSON.stringify(problems));
  return lab;
};

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'hotseat-fix-'));
  pack = join(room, 'pack');
  from = join(room, 'work');
  writeNewLab({ slug, language: 'python', pack });
  openWorkFolder(labNow(), from);
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

describe('writing a fix from a work folder', () => {
  it('gives a patch that makes the same app, with files added and removed', () => {
    edit('handbook/pages.py', (text) => text.replace('name)', 'name.lower())'));
    edit('handbook/names.py', () => 'LONGEST = 80\n');
    rmSync(join(from, 'app/tests/test_pages.py'));
    expect(writeFix({ pack, slug, name: 'accept-lower-case', from })).toEqual({
      files: ['handbook/names.py', 'handbook/pages.py', 'tests/test_pages.py'],
      blank: true,
    });
    const lab = labNow();
    const fix = lab.fixes.find(({ name }) => name === 'accept-lower-case');
    if (!fix) throw new Error('There is no such fix.');
    const app = new Map(appAfter(lab, fix).map(({ path, content }) => [path, content]));
    expect(app.get('handbook/names.py')).toBe('LONGEST = 80\n');
    expect(app.has('tests/test_pages.py')).toBe(false);
    expect(app.get('handbook/pages.py')).toBe(readFileSync(join(from, 'app/handbook/pages.py'), 'utf8'));
  });

  it('leaves a description to be filled in, which the linter asks for', () => {
    edit('handbook/pages.py', (text) => text.replace('name)', 'name.lower())'));
    writeFix({ pack, slug, name: 'reject-lower-case', from });
    const rules = lintLab(pack, slug).map(({ rule, file }) => `${rule} ${file}`);
    const file = `labs/${slug}/fixes/reject-lower-case/fix.yaml`;
    expect(rules).toEqual([`unfilled ${file}`, `unfilled ${file}`, `fails-missing ${file}`]);
  });

  it('refuses to write over a patch, and keeps a description that is there', () => {
    edit('handbook/pages.py', (text) => text.replace('name)', 'name.lower())'));
    const patch = join(pack, 'labs', slug, 'fixes/reject-two-dots/change.patch');
    const before = readFileSync(patch, 'utf8');
    const fix = { pack, slug, name: 'reject-two-dots', from };
    expect(writeFix(fix)).toMatchObject({ message: expect.stringContaining('exists already') });
    expect(readFileSync(patch, 'utf8')).toBe(before);
    rmSync(patch);
    expect(writeFix(fix)).toMatchObject({ blank: false });
    expect(readFileSync(patch, 'utf8')).toContain('name.lower()');
  });

  it.each(['fixed', 'accept-', '../accept-x', 'reject-A'])('refuses the name %j', (name) => {
    edit('handbook/pages.py', (text) => text.replace('name)', 'name.lower())'));
    expect(writeFix({ pack, slug, name, from })).toMatchObject({
      message: expect.stringContaining('no name of a fix'),
    });
  });

  it('refuses a work folder without a change, and one of another lab', () => {
    expect(writeFix({ pack, slug, name: 'accept-x', from })).toMatchObject({
      message: 'The work folder changes nothing.',
    });
    writeNewLab({ slug: 'second', language: 'python', pack });
    expect(writeFix({ pack, slug: 'second', name: 'accept-x', from })).toMatchObject({
      message: expect.stringContaining('work folder of the lab staff-handbook'),
    });
    expect(existsSync(join(pack, 'labs/second/fixes/accept-x'))).toBe(false);
  });
});
