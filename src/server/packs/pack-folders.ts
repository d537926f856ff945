import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFolder } from './load-library.ts';

/** The packs that come with the program and those that the user has added, in loading order. */
export function packFolders(shipped: string, home: string): PackFolder[] {
  return [
    ...foldersIn(shipped).map((folder) => ({ folder, removable: false })),
    ...foldersIn(addedPacks(home)).map((folder) => ({ folder, removable: true })),
  ];
}

/** Where added packs live. */
export const addedPacks = (home: string): string => join(home, 'packs');

/** Where prompts are remembered between starts. */
export const promptCacheFile = (home: string): string => join(home, 'cache/prompts.json');

function foldersIn(parent: string): string[] {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'schemas')
      .map((entry) => join(parent, entry.name))
      .sort();
  } catch {
    return [];
  }
}
