import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from './load-library.ts';
import { createPack, type PackForTests } from './pack-for-tests.ts';

const shipped = join(import.meta.dirname, '../../../content/core/scenarios/image-upload');

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

const addScenario = ({ folder }: PackForTests, slug: string): string => {
  const into = join(folder, 'scenarios', slug);
  cpSync(shipped, into, { recursive: true });
  return into;
};
const open = () =>
  openLibrary({ folders: [pack, other].map(({ folder }) => ({ folder, removable: false })) });

describe('scenarios in the library', () => {
  it('are offered with the brief and without anything held back', () => {
    addScenario(pack, 'pictures');
    const [brief] = open().scenarios.values();
    expect(brief).toEqual({
      slug: 'pictures',
      pack: 'first',
      title: 'Image upload for a marketplace',
      difficulty: 2,
      minutes: 45,
      stage: 'design-round',
      competencies: ['threat-modeling', 'file-handling', 'service-isolation'],
      industry: 'Online marketplace',
      brief: expect.stringMatching(/\w/),
    });
  });

  it('are whole when asked for', () => {
    addScenario(pack, 'pictures');
    const library = open();
    expect(library.scenario('pictures')?.references).toHaveLength(3);
    expect(library.scenario('no-such-scenario')).toBeUndefined();
  });

  it('leave a slug to the first pack that has it', () => {
    addScenario(pack, 'pictures');
    addScenario(other, 'pictures');
    expect(open().scenario('pictures')?.pack).toBe('first');
    expect(open().scenarios.get('pictures')?.pack).toBe('first');
  });

  it('are no longer offered once they turn out to have errors', () => {
    writeFileSync(join(addScenario(pack, 'pictures'), 'reference-fine.json'), '{}');
    addScenario(pack, 'photos');
    const library = open();
    expect([...library.scenarios.keys()]).toEqual(['photos', 'pictures']);
    expect(library.scenario('pictures')).toBeUndefined();
    expect([...library.scenarios.keys()]).toEqual(['photos']);
  });
});
