import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { draft, instant } from './records-for-tests.ts';
import { openSqliteStorage } from './sqlite.ts';
import { StorageError } from './storage.ts';

/*
 * Run as a program with a folder on a small disk: fills the disk with drafts until one is refused, makes
 * room, and prints how that went, how many drafts were acknowledged and which revision is stored afterwards.
 */
const folder = process.argv[2] ?? '';
const file = join(folder, 'hotseat.db');
const ballast = join(folder, 'ballast');

async function writeUntilRefused(): Promise<{ refusal: string; acknowledged: number }> {
  const storage = await openSqliteStorage({ file });
  writeFileSync(ballast, Buffer.alloc(100_000));
  const user = storage.forUser('local');
  await user.startAttempt('q', 'a', instant(0));
  for (let revision = 0; ; revision += 1) {
    try {
      await user.saveDraft('a', draft(revision, { answer: 'x'.repeat(revision * 100) }));
    } catch (error) {
      return { refusal: error instanceof StorageError ? error.kind : String(error), acknowledged: revision };
    }
  }
}

async function storedRevision(): Promise<number | undefined> {
  const storage = await openSqliteStorage({ file });
  return (await storage.forUser('local').attempt('a'))?.revision;
}

const outcome = await writeUntilRefused();
unlinkSync(ballast);
process.stdout.write(JSON.stringify({ ...outcome, stored: await storedRevision() }));
