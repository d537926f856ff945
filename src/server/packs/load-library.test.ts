import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkInBackground } from './background-check.ts';
import { loadLibrary, openLibrary } from './load-library.ts';
import type { LoadedLibrary } from './loaded-library.ts';
import { createPack, type PackForTests, questionText } from './pack-for-tests.ts';

/** More than are checked at once. */
const many = 30;
const slugs = Array.from({ length: many }, (_, index) => `question-${String(index).padStart(2, '0')}`);
const broken = slugs[7] ?? '';
const faulty = (text: string): string => text.replace('tier: must', 'tier: vital');

let home: string;
let pack: PackForTests;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hotseat-home-'));
  pack = createPack('large');
  for (const slug of slugs) write(slug, slug === broken ? faulty : (text) => text);
});
afterEach(() => {
  pack.dispose();
  rmSync(home, { recursive: true, force: true });
});

const write = (slug: string, edit: (text: string) => string): void =>
  pack.write(`questions/${slug}.md`, questionText(slug, edit));
const options = (...packs: readonly PackForTests[]) => ({
  folders: packs.map(({ folder }) => ({ folder, removable: false })),
  cacheFile: join(home, 'cache/prompts.json'),
});
const open = (): LoadedLibrary => openLibrary(options(pack));
const throwIt = (error: unknown): never => {
  throw error;
};

describe('opening a large pack for the first time', () => {
  it('offers all prompts at once, and leaves out what the check of the whole files finds faulty', async () => {
    const library = open();
    const offered = library.prompts;
    expect(offered.size).toBe(many);
    expect(library.packs).toMatchObject([{ questions: many, unchecked: many, problems: 0 }]);
    await checkInBackground(library, throwIt).done;
    expect(library.prompts).not.toBe(offered);
    expect(library.prompts.has(broken)).toBe(false);
    expect(library.packs).toMatchObject([{ questions: many - 1, unchecked: 0, problems: 1 }]);
  });

  it('never hands out a faulty question, and stops offering it once somebody asked for it', () => {
    const library = open();
    expect(library.prompts.has(broken)).toBe(true);
    expect(library.question(broken)).toBeUndefined();
    expect(library.prompts.has(broken)).toBe(false);
    expect(library.packs).toMatchObject([{ questions: many - 1, unchecked: many - 1, problems: 1 }]);
  });

  it('offers a question again that was mended', () => {
    const library = open();
    library.question(broken);
    write(broken, (text) => text);
    expect(library.question(broken)?.points).toHaveLength(3);
    expect(library.prompts.has(broken)).toBe(true);
    expect(library.packs).toMatchObject([{ questions: many, problems: 0 }]);
  });

  it('trusts at the next start only what passed the check of its whole file', async () => {
    await checkInBackground(open(), throwIt).done;
    expect(open().unchecked()).toEqual([]);
    expect(open().prompts.size).toBe(many - 1);
    rmSync(join(home, 'cache'), { recursive: true });
    await checkInBackground(open(), throwIt).stop();
    expect(loadLibrary(options(pack)).prompts.has(broken)).toBe(false);
  });

  it('remembers what was checked when the check is stopped', async () => {
    const library = open();
    const check = checkInBackground(library, throwIt);
    library.question(slugs[0] ?? '');
    await check.stop();
    expect(open().unchecked().length).toBeLessThan(many);
  });

  it('checks everything before it answers where that is wanted', () => {
    expect(loadLibrary(options(pack)).packs).toMatchObject([
      { questions: many - 1, unchecked: 0, problems: 1 },
    ]);
  });

  it('checks a few new or changed files at once', () => {
    loadLibrary(options(pack));
    write(slugs[0] ?? '', faulty);
    expect(open().packs).toMatchObject([{ questions: many - 2, unchecked: 0, problems: 2 }]);
  });
});

describe('two packs with the same slug', () => {
  it('leave it to the first, also when the file there has errors, checked or not', async () => {
    const rival = createPack('rival');
    rival.write(`questions/${broken}.md`, questionText(broken));
    for (const library of [openLibrary(options(pack, rival)), loadLibrary(options(pack, rival))]) {
      await checkInBackground(library, throwIt).done;
      expect(library.prompts.has(broken)).toBe(false);
      expect(library.packs).toMatchObject([{ problems: 1 }, { questions: 0, problems: 1 }]);
    }
    rival.dispose();
  });
});
