import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { largestFile } from './source-file.ts';

const mostEntries = 50_000;
const mostBytes = 512 * 1024 * 1024;
const unixFileType = 0o170000;
const unixLink = 0o120000;

/** The archive is damaged or hostile; the message says how. */
export class ArchiveError extends Error {}

/**
 * Unpacks a zip into an empty folder. Refuses links, paths that leave the folder, oversize files and archives
 * that grow beyond all reason, whatever the headers claim. Throws `ArchiveError`.
 */
export async function unpackZip(archive: string, folder: string): Promise<void> {
  const zip = await open(archive);
  if (zip.entryCount > mostEntries) {
    zip.close();
    throw new ArchiveError(`The archive has more than ${mostEntries} entries.`);
  }
  let bytes = 0;
  let entries = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (entries > mostEntries) throw new ArchiveError(`The archive has more than ${mostEntries} entries.`);
      bytes += await unpackEntry(zip, entry, folder);
      if (bytes > mostBytes) throw new ArchiveError('The archive unpacks to more than 512 MB.');
    }
  } catch (error) {
    throw error instanceof ArchiveError
      ? error
      : new ArchiveError(`The archive cannot be read: ${messageOf(error)}.`);
  } finally {
    zip.close();
  }
}

async function open(archive: string): Promise<ZipFile> {
  try {
    return await openPromise(archive, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw new ArchiveError(`This is not a readable zip archive: ${messageOf(error)}.`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function unpackEntry(zip: ZipFile, entry: Entry, folder: string): Promise<number> {
  const name = entry.fileName;
  if (((entry.externalFileAttributes >>> 16) & unixFileType) === unixLink) {
    throw new ArchiveError(`The archive holds a symbolic link (${name}).`);
  }
  if (name.endsWith('/')) return 0;
  const target = join(folder, name);
  mkdirSync(dirname(target), { recursive: true });
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largestFile) done(new ArchiveError(`${name} is larger than 1 MB.`));
      else done(null, chunk);
    },
  });
  await pipeline(
    await zip.openReadStreamPromise(entry),
    limit,
    createWriteStream(target, { flags: 'wx', mode: 0o600 }),
  );
  return size;
}
