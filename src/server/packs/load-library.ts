import { LoadedLibrary } from './loaded-library.ts';
import { listPack } from './pack-files.ts';
import { PromptCache } from './prompt-cache.ts';
import { readExtras, readManifest } from './read-pack.ts';

export type PackFolder = { readonly folder: string; readonly removable: boolean };

export type LoadOptions = {
  readonly folders: readonly PackFolder[];
  /** Where to remember prompts between starts; absent, every file is read. */
  readonly cacheFile?: string;
  /** Called now and then while question files are read. */
  readonly onProgress?: (read: number, of: number) => void;
};

/** So few new or changed files are checked at once: a thread would take longer to start. */
const fewFiles = 20;

/**
 * Opens all packs and reads the prompts of their questions, which is quick; files that are new or changed since
 * the last start may still have to be checked. Content with errors is left out and counted in its pack. Never
 * throws for what stands in a pack.
 */
export function openLibrary(options: LoadOptions): LoadedLibrary {
  const library = new LoadedLibrary(new PromptCache(options.cacheFile));
  for (const packFolder of options.folders) addPack(library, packFolder, options.onProgress);
  if (library.unchecked().length <= fewFiles) library.checkAll();
  return library;
}

/** Opens all packs and checks every file. */
export function loadLibrary(options: LoadOptions): LoadedLibrary {
  const library = openLibrary(options);
  if (library.unchecked().length > 0) library.checkAll();
  return library;
}

function addPack(
  library: LoadedLibrary,
  { folder, removable }: PackFolder,
  onProgress: LoadOptions['onProgress'],
): void {
  const { manifest } = readManifest(folder);
  if (!manifest) return;
  const { questions, problems, ...others } = listPack(folder);
  const extras = readExtras(folder, { questions, problems, ...others }, manifest.id);
  const errors = [...problems, ...extras.problems].filter(({ severity }) => severity === 'error').length;
  library.addPack({ manifest, folder, removable, extras, errors });
  for (const slug of others.labs) library.addLab({ folder, slug, pack: manifest.id });
  for (const slug of others.scenarios) library.addScenario({ folder, slug, pack: manifest.id });
  for (const [index, file] of questions.entries()) {
    if (index % 100 === 0) onProgress?.(index, questions.length);
    library.addQuestion({ folder, file, pack: manifest.id });
  }
}
