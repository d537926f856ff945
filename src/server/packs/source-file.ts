import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#core/content/problem.ts';

/** Larger than any honest content file; keeps a hostile pack from filling memory. */
export const largestFile = 1024 * 1024;

export type SourceFile = { readonly file: string; readonly text: string };
export type Read = { readonly source: SourceFile } | { readonly problem: Problem };

export function fileProblem(file: string, rule: string, message: string, mend: string): Problem {
  return { file, line: 1, column: 1, rule, severity: 'error', message, mend };
}

export const strayFile = (file: string, owner: string): Problem => ({
  ...fileProblem(file, 'stray-file', `${owner} has no such file.`, 'Remove it, or move it where it belongs.'),
  severity: 'warning',
});

/**
 * Reads one UTF-8 file below `root`. Links, folders, devices, oversize files and text that is not UTF-8 are
 * problems, never exceptions; the check and the read use one descriptor, so that a swap between them is harmless.
 */
export function readSourceFile(root: string, file: string): Read {
  let descriptor: number;
  try {
    descriptor = openSync(join(root, file), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    return { problem: unopened(file, error) };
  }
  try {
    return readDescriptor(descriptor, file);
  } finally {
    closeSync(descriptor);
  }
}

function unopened(file: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ELOOP' || code === 'EMLINK') {
    return fileProblem(file, 'no-links', 'This is a symbolic link.', 'Put the file itself in its place.');
  }
  return fileProblem(
    file,
    'unreadable',
    `The file cannot be read (${code}).`,
    'Check that it exists and its permissions.',
  );
}

function readDescriptor(descriptor: number, file: string): Read {
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) {
    return {
      problem: fileProblem(file, 'not-a-file', 'This is not a regular file.', 'Remove it from the pack.'),
    };
  }
  if (stat.size > largestFile) {
    const size = `${(stat.size / 1024 / 1024).toFixed(1)} MB`;
    return {
      problem: fileProblem(file, 'file-too-large', `The file has ${size}; 1 MB is the most.`, 'Split it.'),
    };
  }
  const bytes = Buffer.alloc(stat.size);
  const length = readSync(descriptor, bytes, 0, stat.size, 0);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
    return { source: { file, text } };
  } catch {
    return { problem: fileProblem(file, 'not-utf8', 'The file is not UTF-8 text.', 'Save it as UTF-8.') };
  }
}
