import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

export type BuiltFile = {
  readonly path: string;
  readonly type: string;
  /** Name carries a hash of the content, so it never changes. */
  readonly immutable: boolean;
};

export type BuiltFiles = { readonly index: string; readonly files: ReadonlyMap<string, BuiltFile> };

/**
 * The files of the built web app by the path they are asked for under. Requests are answered from this list
 * alone, so that no path can lead out of the folder. `undefined` when the web app is not built.
 */
export function readBuiltFiles(folder: string): BuiltFiles | undefined {
  const indexFile = join(folder, 'index.html');
  if (!statSync(indexFile, { throwIfNoEntry: false })?.isFile()) return undefined;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/'),
    );
  const served = names.filter((name) => name !== '/index.html' && !name.endsWith('.map'));
  const files = new Map(served.map((name) => [name, describe(folder, name)]));
  return { index: readFileSync(indexFile, 'utf8'), files };
}

function describe(folder: string, name: string): BuiltFile {
  return {
    path: join(folder, name),
    type: getMimeType(name) ?? 'application/octet-stream',
    immutable: name.startsWith('/assets/'),
  };
}
