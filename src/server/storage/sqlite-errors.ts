import { StorageError } from './storage.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) by what the user can do. */
const busy = new Set([5, 6]);
const full = new Set([13]);
const unavailable = new Set([3, 7, 8, 10, 14, 15, 22, 23]);
const damaged = new Set([11, 26]);
/** SQLITE_IOERR_SHMSIZE: the memory-mapped index of the log could not grow. */
const sharedMemoryFull = 4874;

const fullFiles = new Set(['ENOSPC', 'EDQUOT']);

/** The primary result code when SQLite raised the error. */
export function sqliteCode(error: unknown): number | undefined {
  const code = extendedCode(error);
  return code === undefined ? undefined : code & 0xff;
}

function extendedCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode : undefined;
}

/** Whether SQLite says that the file is not a sound database. */
export function saysDamaged(error: unknown): boolean {
  return damaged.has(sqliteCode(error) ?? 0);
}

/** Turns an error of SQLite or of the file system into a `StorageError`; mistakes in the program stay as they are. */
export function translateSqlite(error: unknown, file: string): unknown {
  if (error instanceof StorageError) return error;
  const code = sqliteCode(error);
  if (code !== undefined) return ofSqlite(error, code, file);
  const system = systemCode(error);
  if (system === undefined) return error;
  if (fullFiles.has(system)) return tooFull(error, file);
  return new StorageError('unavailable', `${file} cannot be used: ${messageOf(error)}`, { cause: error });
}

function ofSqlite(error: unknown, code: number, file: string): unknown {
  if (full.has(code) || extendedCode(error) === sharedMemoryFull) return tooFull(error, file);
  if (busy.has(code)) {
    const message = `${file} is in use by another program that does not let go; close it and try again.`;
    return new StorageError('busy', message, { cause: error });
  }
  if (damaged.has(code)) {
    const message = `${file} is damaged. Restart Hotseat: it sets the damaged file aside and starts a new one.`;
    return new StorageError('unavailable', message, { cause: error });
  }
  if (!unavailable.has(code)) return error;
  return new StorageError('unavailable', `${file} cannot be used: ${messageOf(error)}`, { cause: error });
}

function tooFull(error: unknown, file: string): StorageError {
  const message = `There is no space left for ${file}. Free some and try again; what was saved before is kept.`;
  return new StorageError('full', message, { cause: error });
}

// Node's own refusals that mean "closed", and every error of a system call.
function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.message.includes('driver has already been destroyed')) return 'closed';
  if (!('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || error.code === 'ERR_INVALID_STATE' ? error.code : undefined;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
