import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labLanguages } from '#core/content/lab.ts';
import { lintPack } from '#server/packs/lint-pack.ts';
import { readLab } from '#server/packs/read-lab.ts';
import { createLabSandbox } from '#server/sandbox/lab-sandbox.ts';
import { writeNewLab } from './new-lab.ts';
import { verifyLab } from './verify-lab.ts';
import { verifyNotices } from './verify-notices.ts';

const toolchains = fileURLToPath(new URL('../../../.hotseat/toolchains', import.meta.url));
const sandbox = createLabSandbox({ toolchains, keepWarm: true });
let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'hotseat-new-lab-'));
});
afterAll(async () => {
  rmSync(room, { recursive: true, force: true });
  await sandbox.close();
});

describe.each(labLanguages)('a new lab in %s', (language) => {
  const here = sandbox.available(language);

  it('lints clean, in a new pack', async () => {
    const pack = join(room, language);
    expect(writeNewLab({ slug: 'staff-handbook', language, pack })).toBeUndefined();
    const { manifest, labs, problems } = await lintPack({ folder: pack });
    expect(problems).toEqual([]);
    expect({ id: manifest?.id, labs }).toEqual({ id: language, labs: 1 });
    const { lab } = readLab(pack, 'staff-handbook');
    expect(lab?.language).toBe(language);
  });

  it.skipIf(!here.ready)('is proven as it is', { timeout: 180_000 }, async () => {
    const pack = join(room, `${language}-proven`);
    writeNewLab({ slug: 'staff-handbook', language, pack });
    const { lab } = readLab(pack, 'staff-handbook');
    if (!lab) throw new Error('The lab has errors.');
    const trials = await verifyLab(lab, sandbox);
    expect(trials.filter(({ right }) => !right).map(({ name, because }) => ({ name, because }))).toEqual([]);
    expect(trials.map(({ role }) => role)).toEqual([
      ...['untouched', 'empty', 'accept', 'accept', 'reference'],
      ...['reject', 'reject', 'reject', 'reject', 'reject'],
    ]);
    const [notice, ...others] = await verifyNotices(lab, sandbox);
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ finding: 'page-outside-folder', right: true, because: '' });
    expect(notice?.noticed).toBe(notice?.attacks);
  });
});

describe('writing a new lab', () => {
  const wish = { slug: 'staff-handbook', language: 'python' } as const;

  it('adds to a pack that exists and leaves its manifest alone', () => {
    const pack = join(room, 'two');
    writeNewLab({ ...wish, pack });
    writeFileSync(join(pack, 'pack.yaml'), 'id: two\ntitle: Mine\nversion: 1.0.0\nlicense: MIT\n');
    expect(writeNewLab({ ...wish, slug: 'second', pack })).toBeUndefined();
    expect(readdirSync(join(pack, 'labs')).sort()).toEqual(['second', 'staff-handbook']);
    expect(readFileSync(join(pack, 'pack.yaml'), 'utf8')).toContain('title: Mine');
  });

  it('refuses to write over a lab', () => {
    const pack = join(room, 'taken');
    writeNewLab({ ...wish, pack });
    const file = join(pack, 'labs/staff-handbook/brief.md');
    writeFileSync(file, 'My own words.');
    expect(writeNewLab({ ...wish, pack })?.message).toContain('exists already');
    expect(readFileSync(file, 'utf8')).toBe('My own words.');
  });

  it('refuses a folder that holds something else', () => {
    const pack = mkdtempSync(join(room, 'else-'));
    writeFileSync(join(pack, 'letter.txt'), 'Dear all');
    expect(writeNewLab({ ...wish, pack })?.message).toContain('holds no pack.yaml');
    expect(readdirSync(pack)).toEqual(['letter.txt']);
  });

  it.each(['../outside', 'Has Blanks', 'UPPER', ''])('refuses the name %j', (slug) => {
    const pack = join(room, 'names');
    expect(writeNewLab({ ...wish, slug, pack })?.message).toContain('cannot be the name');
    expect(readdirSync(room)).not.toContain('names');
  });
});
