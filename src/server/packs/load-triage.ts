import type { TriageSet } from '#core/content/triage.ts';
import { listPack } from './pack-files.ts';
import { readManifest } from './read-pack.ts';
import { readTriage } from './read-triage.ts';

/** The sound triage sets of all packs, by slug in the order of packs and names; a slug belongs to the first pack. */
export function loadTriage(folders: readonly { readonly folder: string }[]): ReadonlyMap<string, TriageSet> {
  const sets = new Map<string, TriageSet>();
  for (const { folder } of folders) {
    const { manifest } = readManifest(folder);
    if (!manifest) continue;
    for (const file of listPack(folder).triage) {
      const { set } = readTriage(folder, file, manifest.id);
      if (set && !sets.has(set.slug)) sets.set(set.slug, set);
    }
  }
  return sets;
}
