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
    return this.#below(join(this.#root, folder))
      .map((path) => path.slice(this.#root.length + 1))
      .sort();
  }

  // The recursion of `readdirSync` would follow links to folders, and an app can link a folder to one above it.
  #below(folder: string): string[] {
    try {
      return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? this.#below(path) : [path];
      });
    } catch {
      return [];
    }
  }
}

export type FilesOfApp = AppFiles & { readonly tmp: AppFiles; readonly code: AppFiles };

export const filesOfApp = (): FilesOfApp =>
  Object.assign(new AppFiles('/srv/data'), { tmp: new AppFiles('/srv/tmp'), code: new AppFiles('/srv/app') });
