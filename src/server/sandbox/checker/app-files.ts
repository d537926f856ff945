import { closeSync, constants, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A read-only look at a folder of the app. Links are listed and never followed. */
export class AppFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  exists(path: string): boolean {
    return lstatSync(join(this.#root, path), { throwIfNoEntry: false }) !== undefined;
  }

  /** The text of a file, or undefined when there is none, or when it is a link or a folder. */
  read(path: string): string | undefined {
    try {
      const file = openSync(
        join(this.#root, path),
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      );
      try {
        return readFileSync(file, 'utf8');
      } finally {
        closeSync(file);
      }
    } catch {
      return undefined;
    }
  }

  /** Paths of all files below a folder, relative to the root, in name order. */
  list(folder = '.'): string[] {
    try {
      return readdirSync(join(this.#root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(this.#root.length + 1))
        .sort();
    } catch {
      return [];
    }
  }
}

export type FilesOfApp = AppFiles & { readonly tmp: AppFiles; readonly code: AppFiles };

export const filesOfApp = (): FilesOfApp =>
  Object.assign(new AppFiles('/srv/data'), { tmp: new AppFiles('/srv/tmp'), code: new AppFiles('/srv/app') });
