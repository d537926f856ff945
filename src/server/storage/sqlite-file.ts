import { chmodSync, closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { saysDamaged } from './sqlite-errors.ts';

/** Says that a damaged database was set aside and a new one begun. For the user's eyes. */
export type StorageNotice = {
  readonly kind: 'kept-aside';
  /** The damaged file under its new name. */
  readonly file: string;
  readonly message: string;
};

/** Between the name of a database and the time at which it was found damaged. */
export const keptMark = '.corrupt-';

const ownerOnly = 0o600;

/** Creates the folder (0700) and the file (0600) where they are missing, and closes an open file to others. */
export function prepareFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', ownerOnly));
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, ownerOnly);
}

/** Renames a damaged database and its side files, and says so. Never writes to any of them. */
export function keepAsideIfDamaged(file: string, now: Date): readonly StorageNotice[] {
  const before = statSync(file).ino;
  const fault = findFault(file);
  // Another process may have found the same fault and already begun a new file.
  if (fault === undefined || statSync(file).ino !== before) return [];
  const kept = freeName(`${file}${keptMark}${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  // The main file goes last: SQLite deletes a log that lies beside an empty or missing database.
  for (const suffix of ['-shm', '-wal', '-journal', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
  }
  prepareFile(file);
  const message = `The database was damaged (${fault}). It was kept as ${kept}, and a new, empty one was started.`;
  return [{ kind: 'kept-aside', file: kept, message }];
}

function freeName(name: string): string {
  let free = name;
  for (let count = 2; existsSync(free) || existsSync(`${free}-wal`); count += 1) free = `${name}-${count}`;
  return free;
}

/** Of the smallest database that SQLite writes, in bytes; it takes a shorter file for an empty one. */
const smallestSize = 512;

/** What is wrong with a database file, without changing it; `undefined` when it is sound or not there. */
export function faultOf(file: string): string | undefined {
  return existsSync(file) ? findFault(file) : undefined;
}

function findFault(file: string): string | undefined {
  const size = sizeOf(file);
  if (size === 0) return sizeOf(`${file}-wal`) > 0 ? 'it is empty but its log is not' : undefined;
  if (size < smallestSize) return 'it is cut short';
  try {
    return quickCheck(file);
  } catch (error) {
    if (saysDamaged(error)) return error instanceof Error ? error.message : String(error);
    throw error;
  }
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function quickCheck(file: string): string | undefined {
  // A read-only connection leaves a damaged file as it is; only a half-done rollback needs a writer.
  const database = new DatabaseSync(file, { readOnly: !existsSync(`${file}-journal`), timeout: 5_000 });
  try {
    const [row] = database.prepare('pragma quick_check(1)').all();
    const verdict = String(row?.quick_check ?? 'no answer');
    return verdict === 'ok' ? undefined : verdict.split('\n').join(' ');
  } finally {
    database.close();
  }
}
