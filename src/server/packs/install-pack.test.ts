import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installPack, removePack } from './install-pack.ts';
import { loadLibrary } from './load-library.ts';
import { packFolders } from './pack-folders.ts';
import { createPack, type PackForTests, questionText } from './pack-for-tests.ts';

let home: string;
let pack: PackForTests;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hotseat-home-'));
  pack = createPack('extra');
  pack.write('questions/binding.md', questionText('binding'));
});
afterEach(() => {
  pack.dispose();
  rmSync(home, { recursive: true, force: true });
});

const library = () => loadLibrary({ folders: packFolders(join(home, 'no-shipped-content'), home) });
const install = (source: string) => installPack({ source, home, library: library() });
const leftovers = () => readdirSync(join(home, 'packs'));

/** A zip with exactly these entries; Python writes names and modes that ordinary tools refuse to. */
function zip(script: string): string {
  const file = join(home, 'pack.zip');
  execFileSync('python3', [
    '-c',
    `import zipfile, stat, sys\nz = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)\n${script}\nz.close()`,
    file,
  ]);
  return file;
}

describe('adding a pack', () => {
  it('installs a folder, lists its questions and removes it again', async () => {
    expect(await install(pack.folder)).toMatchObject({ installed: true, questions: 1 });
    expect(library().prompts.get('binding')?.pack).toBe('extra');
    expect(removePack(home, 'extra')).toBe(true);
    expect(library().prompts.size).toBe(0);
  });

  it('installs a zip, also when the pack is a folder inside it', async () => {
    const file = zip(
      `import os\nfor root, _, names in os.walk(${JSON.stringify(pack.folder)}):\n  for name in names:\n    p = os.path.join(root, name)\n    z.write(p, 'my-pack/' + os.path.relpath(p, ${JSON.stringify(pack.folder)}))`,
    );
    expect(await install(file)).toMatchObject({ installed: true, questions: 1 });
  });

  it.each([
    ['a path that leaves the folder', `z.writestr('../../evil.md', 'x')`],
    ['an absolute path', `z.writestr('/tmp/hotseat-evil.md', 'x')`],
    [
      'a symbolic link',
      `i = zipfile.ZipInfo('questions/link.md')\ni.external_attr = (stat.S_IFLNK | 0o777) << 16\nz.writestr(i, '/etc/passwd')`,
    ],
    ['a bomb', `z.writestr('questions/bomb.md', b'0' * (200 * 1024 * 1024))`],
  ])('refuses a zip with %s and leaves nothing behind', async (_, script) => {
    const result = await install(zip(script));
    expect(result).toMatchObject({
      installed: false,
      problems: [expect.objectContaining({ rule: 'bad-archive' })],
    });
    expect(leftovers()).toEqual([]);
    expect(existsSync('/tmp/hotseat-evil.md')).toBe(false);
  });

  it('refuses what is no archive', async () => {
    const file = join(home, 'pack.zip');
    writeFileSync(file, 'PK but not really');
    expect(await install(file)).toMatchObject({ installed: false });
  });

  it('refuses a pack with errors, a pack that is there already and a slug that is taken', async () => {
    const broken = createPack('broken');
    broken.write('questions/other.md', 'nothing');
    expect(await install(broken.folder)).toMatchObject({ installed: false });
    await install(pack.folder);
    expect(await install(pack.folder)).toMatchObject({
      installed: false,
      problems: [{ rule: 'pack-exists' }],
    });
    const rival = createPack('rival');
    rival.write('questions/binding.md', questionText('binding'));
    expect(await install(rival.folder)).toMatchObject({
      installed: false,
      problems: [{ rule: 'slug-taken' }],
    });
    expect(leftovers()).toEqual(['extra']);
    broken.dispose();
    rival.dispose();
  });

  it('refuses the id that stands for own questions', async () => {
    const own = createPack('own');
    own.write('questions/mine.md', questionText('mine'));
    expect(await install(own.folder)).toMatchObject({
      installed: false,
      problems: [{ rule: 'pack-id-reserved' }],
    });
    own.dispose();
  });

  it('removes nothing outside the added packs', () => {
    expect(removePack(home, '..')).toBe(false);
    expect(removePack(home, 'absent')).toBe(false);
  });
});

describe('loading the library', () => {
  const cacheFile = () => join(home, 'cache/prompts.json');
  const load = () =>
    loadLibrary({ folders: [{ folder: pack.folder, removable: false }], cacheFile: cacheFile() });

  it('leaves a broken question out, keeps the others and counts the problem', () => {
    pack.write('questions/broken.md', '---\nslug: broken\n---\n');
    const loaded = load();
    expect([...loaded.prompts.keys()]).toEqual(['binding']);
    expect(loaded.packs[0]?.problems).toBe(1);
  });

  it('gives the prompt without a word of the rubric', () => {
    const shown = JSON.stringify(load().prompts.get('binding'));
    expect(shown).toContain('How do you keep user input out of SQL');
    expect(shown).not.toMatch(/placeholder|escaping|bound parameters/i);
  });

  it('sees a change of a file in spite of the cache', () => {
    load();
    pack.write(
      'questions/binding.md',
      questionText('binding', (text) => text.replace('Why bind parameters', 'Binding, explained')),
    );
    expect(load().prompts.get('binding')?.title).toBe('Binding, explained');
  });

  it('forgets a file that is gone, and survives a damaged cache', () => {
    load();
    writeFileSync(cacheFile(), '{"version":1,"files":{"x":');
    expect(load().prompts.size).toBe(1);
    rmSync(join(pack.folder, 'questions/binding.md'));
    expect(load().prompts.size).toBe(0);
  });
});
