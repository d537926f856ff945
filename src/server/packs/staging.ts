import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addedPacks } from './pack-folders.ts';

const prefix = '.staging-';
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Milliseconds after which no process can still be at work in a folder, whoever has its number now. */
const longest = 24 * 60 * 60 * 1000;

/**
 * Gives `work` an empty folder beside the user's packs, on the same disk. It is gone afterwards, also when a
 * signal ends the program meanwhile; `removeStaleStaging` removes what a kill leaves behind.
 */
export async function inStaging<T>(home: string, work: (folder: string) => Promise<T>): Promise<T> {
  const packs = addedPacks(home);
  mkdirSync(packs, { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(packs, `${prefix}${process.pid}-`));
  const remove = (): void => {
    for (const signal of signals) process.off(signal, stop);
    rmSync(folder, { recursive: true, force: true });
  };
  const stop = (signal: NodeJS.Signals): void => {
    remove();
    // Nobody listens any more, so it ends the program as it would have without us.
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    return await work(folder);
  } finally {
    remove();
  }
}

/** Removes the staging folders of programs that were killed. Never throws. */
export function removeStaleStaging(home: string): void {
  const packs = addedPacks(home);
  try {
    for (const name of readdirSync(packs)) {
      if (name.startsWith(prefix) && isStale(join(packs, name))) {
        rmSync(join(packs, name), { recursive: true, force: true });
      }
    }
  } catch {
    // There are no packs yet, or they may not be touched: then the next one tries again.
  }
}

function isStale(folder: string): boolean {
  const owner = /-(\d+)-[^-]+$/.exec(folder)?.[1];
  if (owner !== undefined && !isAlive(Number(owner))) return true;
  return Date.now() - statSync(folder).mtimeMs > longest;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
