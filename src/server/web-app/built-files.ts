import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getMimeType } from 'hono/utils/mime';

export type BuiltFile = {
  readonly path: string;
  readonly type: string;
  /** Name carries a hash of the content, so it never changes. */
  readonly immutable: boolean;
  /** Encodings that were prepared beside the file. */
  readonly encodings: readonly ('br' | 'gzip')[];
};

export type BuiltFiles = { readonly index: string; readonly files: ReadonlyMap<string, BuiltFile> };

const endings = { br: '.br', gzip: '.gz' } as const;

/**
 * The files of the built web app by the path they are asked for under. Requests are answered from this list
 * alone, so that no path can lead out of the folder. `undefined` when the web app is not built.
 */
export function readBuiltFiles(folder: string): BuiltFiles | undefined {
  const indexFile = join(folder, 'index.html');
  if (!statSync(indexFile, { throwIfNoEntry: false })?.isFile()) return undefined;
  const names = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/?/, '/'),
      ),
  );
  const served = [...names].filter((name) => name !== '/index.html' && !/\.(?:br|gz|map)$/.test(name));
  const files = new Map(served.map((name) => [name, describe(folder, name, names)]));
  return { index: readFileSync(indexFile, 'utf8'), files };
}

function describe(folder: string, name: string, names: ReadonlySet<string>): BuiltFile {
  const encodings = (['br', 'gzip'] as const).filter((encoding) => names.has(name + endings[encoding]));
  return {
    path: join(folder, name),
    type: getMimeType(name) ?? 'application/octet-stream',
    immutable: name.startsWith('/assets/'),
    encodings,
  };
}

/** The bytes to send to a client that takes these encodings (an Accept-Encoding header). */
export function bytesOf(
  file: BuiltFile,
  accepted: string,
): { body: Buffer<ArrayBuffer>; encoding: string | null } {
  const taken = new Set(
    accepted
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]),
  );
  const encoding = file.encodings.find((name) => taken.has(name)) ?? null;
  return { body: readFileSync(file.path + (encoding ? endings[encoding] : '')), encoding };
}
