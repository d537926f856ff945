import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SourceFile } from '../protocol.ts';

/** Writes files below a folder. Paths were checked by the host; a path that leaves the folder is refused here too. */
export function layFiles(folder: string, files: readonly SourceFile[]): void {
  for (const { path, content } of files) {
    const target = join(folder, path);
    if (!target.startsWith(`${folder}/`)) throw new Error(`The path ${path} leaves its folder.`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

/** Writes /etc/hosts of the app in place, since it is already mounted. */
export function writeHosts(hosts: Readonly<Record<string, string>>): void {
  const lines = Object.entries({ localhost: '127.0.0.1', ...hosts }).map(
    ([name, address]) => `${address} ${name}`,
  );
  writeFileSync('/hotseat/work/etc/hosts', `${lines.join('\n')}\n`);
}

/** Makes a read-only cache usable for writing: its files appear as links, new ones are written beside them. */
export function linkCache(source: string, target: string): void {
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(target, entry.name);
    if (!entry.isDirectory()) {
      symlinkSync(from, to);
      continue;
    }
    mkdirSync(to);
    for (const name of readdirSync(from)) symlinkSync(join(from, name), join(to, name));
  }
}
