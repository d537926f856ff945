import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** Reads the pages, which are text files below one folder. */
export function createPages(path) {
  const folder = resolve(path);

  const read = (name) => readFile(join(folder, name), 'utf8');

  const names = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map((file) => relative(folder, join(file.parentPath, file.name))).sort();
  };

  const holding = async (word) => {
    const found = [];
    for (const name of await names()) {
      const page = await read(name);
      if (page.toLowerCase().includes(word.toLowerCase())) found.push(name);
    }
    return found;
  };

  /** The text of a page, or undefined when there is no such page. */
  const text = async (name) => {
    try {
      return await read(name);
    } catch {
      return undefined;
    }
  };

  return { names, holding, text };
}
