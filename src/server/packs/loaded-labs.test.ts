import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installPack } from './install-pack.ts';
import { writeLab } from './lab-for-tests.ts';
import { openLibrary } from './load-library.ts';
import { createPack, type PackForTests } from './pack-for-tests.ts';

let pack: PackForTests;
let other: PackForTests;
beforeEach(() => {
  pack = createPack('first');
  other = createPack('second');
});
afterEach(() => {
  pack.dispose();
  other.dispose();
});

const open = () =>
  openLibrary({ folders: [pack, other].map(({ folder }) => ({ folder, removable: false })) });

describe('labs in the library', () => {
  it('offers briefs without anything that tells the flaw', () => {
    writeLab(pack, 'team-notes');
    const [brief] = open().labs.values();
    expect(brief).toEqual({
      slug: 'team-notes',
      pack: 'first',
      title: 'Team notes',
      language: 'python',
      framework: 'Flask',
      kind: 'app',
      difficulty: 2,
      minutes: 30,
      stage: 'technical-screen',
      competencies: ['secure-code-review'],
      summary: 'A small notes app with a search and attachments.',
      hintCosts: [0.05, 0.1, 0.2],
    });
  });

  it('gives the whole lab when asked', () => {
    writeLab(pack, 'team-notes');
    const library = open();
    expect(library.lab('team-notes')?.findings).toHaveLength(2);
    expect(library.lab('no-such-lab')).toBeUndefined();
  });

  it('leaves a slug to the first pack that has it', () => {
    writeLab(pack, 'team-notes');
    writeLab(other, 'team-notes', (files) => {
      files.set('lab.yaml', (files.get('lab.yaml') ?? '').replace('title: Team notes', 'title: Other notes'));
    });
    const library = open();
    expect(library.labs.get('team-notes')?.title).toBe('Team notes');
    expect(library.lab('team-notes')?.pack).toBe('first');
  });

  it('are counted in their packs, as far as they are offered', () => {
    writeLab(pack, 'team-notes');
    writeLab(pack, 'more-notes');
    writeLab(other, 'team-notes');
    writeLab(other, 'broken-notes', (files) => files.set('lab.yaml', 'title: Nothing else'));
    expect(open().packs.map(({ manifest, labs }) => [manifest.id, labs])).toEqual([
      ['first', 2],
      ['second', 0],
    ]);
  });

  it('no longer offers a lab once it turns out to have errors', () => {
    writeLab(pack, 'team-notes', (files) => files.delete('debrief.md'));
    writeLab(pack, 'more-notes');
    const library = open();
    expect([...library.labs.keys()]).toEqual(['more-notes', 'team-notes']);
    expect(library.lab('team-notes')).toBeUndefined();
    expect([...library.labs.keys()]).toEqual(['more-notes']);
  });

  it('come along when a pack is added', async () => {
    writeLab(other, 'team-notes');
    const home = createPack('home');
    const library = openLibrary({ folders: [] });
    expect(await installPack({ source: other.folder, home: home.folder, library })).toMatchObject({
      installed: true,
      problems: [],
    });
    const again = openLibrary({ folders: [{ folder: `${home.folder}/packs/second`, removable: true }] });
    writeLab(pack, 'team-notes');
    expect(await installPack({ source: pack.folder, home: home.folder, library: again })).toMatchObject({
      installed: false,
      problems: [{ rule: 'slug-taken', file: 'labs/team-notes' }],
    });
    const folder = `${home.folder}/packs/second`;
    expect(openLibrary({ folders: [{ folder, removable: true }] }).lab('team-notes')?.fixes).toHaveLength(7);
    home.dispose();
  });
});
