import { setTimeout as sleep } from 'node:timers/promises';
import { sqliteCode } from './sqlite-errors.ts';
import { StorageError } from './storage.ts';

/** How long to wait for another program that uses the database, in milliseconds. */
export const usualPatience = 5_000;

/** How long SQLite itself waits, in milliseconds; it blocks the whole process meanwhile. */
export const blockingPatience = 40;

const pause = 10;
const busyCode = 5;

/** Repeats work that fails because the database is in use, for about `patience` milliseconds. */
export async function patiently<T>(patience: number, work: () => T | Promise<T>): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > end) throw error;
      await sleep(pause);
    }
  }
}

const isBusy = (error: unknown) =>
  sqliteCode(error) === busyCode || (error instanceof StorageError && error.kind === 'busy');
