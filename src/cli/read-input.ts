import { readFileSync } from 'node:fs';

/** The bytes of a file, or of standard input for `-`; undefined when they cannot be read. */
export function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch {
    return undefined;
  }
}

/** The same as text. */
export const textOf = (file: string): string | undefined => bytesOf(file)?.toString('utf8');

/** What is said of a file that cannot be read. */
export const unreadable = (file: string) => ({ message: `${file} cannot be read.`, mend: 'Check the path.' });

/** Gives back what was read of a file; throws what is said of one that cannot be read. */
export function mustBeRead<T>(file: string, read: T | undefined): T {
  if (read !== undefined) return read;
  const { message, mend } = unreadable(file);
  throw new Error(`${message} ${mend}`);
}
