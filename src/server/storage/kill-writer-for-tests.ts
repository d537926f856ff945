import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { answerOf } from './acknowledged-for-tests.ts';
import { draft, submission } from './records-for-tests.ts';
import { openSqliteStorage } from './sqlite.ts';
import { type Storage, StorageError, type UserStorage } from './storage.ts';

/*
 * Run as a program by the kill tests, with what to open: the path of an SQLite file or a `postgres://` string.
 * For each name of a user on its input it opens the storage, if it has not, and writes drafts and submissions
 * for that user without end. It prints one line (see `Acknowledgement`) after each write that was
 * acknowledged, and `lost` when the database went away, after which it waits for the next name.
 */
const target = process.argv[2] ?? '';
const perAttempt = 12;

// Loaded before the wait, so that the time of the kill falls on the writing.
const postgres = target.startsWith('postgres://') ? await import('./postgres.ts') : undefined;

const open = (): Promise<Storage> =>
  postgres?.openPostgresStorage({ connectionString: target }) ?? openSqliteStorage({ file: target });

const say = (line: string) => process.stdout.write(`${line}\n`);

async function writeAttempt(user: UserStorage, id: string): Promise<void> {
  const at = new Date().toISOString();
  await user.startAttempt(`question-of-${id}`, id, at);
  say(`${id} 0 drafting`);
  for (let revision = 0; revision < perAttempt; revision += 1) {
    await user.saveDraft(id, draft(revision, { answer: answerOf(id, revision + 1), at }));
    say(`${id} ${revision + 1} drafting`);
  }
  await user.submit(id, submission(perAttempt, { answer: answerOf(id, perAttempt + 1), at }));
  say(`${id} ${perAttempt + 1} submitted`);
}

/** SQLite answers at once, so without a break the process would never notice the end of its input. */
const breathe = () => setImmediate();

async function writeUntilLost(name: string): Promise<void> {
  try {
    storage ??= await open();
    const user = storage.forUser(name);
    for (let number = 0; ; number += 1) await writeAttempt(user, `attempt-${number}`).then(breathe);
  } catch (error) {
    if (!(error instanceof StorageError) || error.kind !== 'unavailable') throw error;
    say('lost');
  }
}

let storage: Storage | undefined;
const names = createInterface(process.stdin);
// Nobody is left to read: the test that started this process is gone.
process.stdin.on('close', () => process.exit());
for await (const name of names) await writeUntilLost(name);
