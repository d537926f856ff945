import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ledger, Writer } from './kill-rounds-for-tests.ts';
import { draft, fill, instant } from './records-for-tests.ts';
import { openSqliteStorage } from './sqlite.ts';
import { connectSqlite } from './sqlite-connection.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-processes-'));
  file = join(folder, 'hotseat.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('an SQLite connection', () => {
  it('puts commits on disk, overwrites what is deleted, checks keys, waits for others and trusts no schema', async () => {
    const database = await connectSqlite(file);
    const setting = (name: string) => Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0];
    const names = [
      'journal_mode',
      'synchronous',
      'secure_delete',
      'foreign_keys',
      'busy_timeout',
      'trusted_schema',
    ];
    expect(names.map(setting)).toEqual(['wal', 2, 1, 1, 40, 0]);
    database.exec('create table t (a); pragma writable_schema = on');
    expect(() => database.exec("update sqlite_schema set sql = 'x'")).toThrow('may not be modified');
    database.close();
  });
});

describe('two connections to one SQLite file', () => {
  it('see each other, and of two writers of one draft refuse the second', async () => {
    const [one, two] = [await openSqliteStorage({ file }), await openSqliteStorage({ file })];
    const [mine, yours] = [one.forUser('local'), two.forUser('local')];
    await mine.startAttempt('q', 'a', instant(0));
    expect(await yours.startAttempt('q', 'b', instant(1))).toMatchObject({ id: 'a' });
    expect(await yours.saveDraft('a', draft(0, { answer: 'yours' }))).toMatchObject({ conflict: false });
    const refused = await mine.saveDraft('a', draft(0, { answer: 'mine' }));
    expect(refused).toMatchObject({ conflict: true, current: { answer: 'yours' } });
    await Promise.all([one.close(), two.close()]);
  });

  it('write side by side without an error or a lost write', async () => {
    const storages = [await openSqliteStorage({ file }), await openSqliteStorage({ file })];
    const writes = storages.map(async (storage, index) => {
      const user = storage.forUser(`user-${index}`);
      await user.startAttempt('q', 'a', instant(0));
      for (let revision = 0; revision < 50; revision += 1) await user.saveDraft('a', draft(revision));
      await fill(storage.forUser(`full-${index}`));
      return (await user.attempt('a'))?.revision;
    });
    expect(await Promise.all(writes)).toEqual([50, 50]);
    await Promise.all(storages.map((storage) => storage.close()));
  });

  it('say that the file is in use when another program holds it for too long, and go on afterwards', async () => {
    const storage = await openSqliteStorage({ file, patience: 60 });
    const user = storage.forUser('local');
    await user.startAttempt('q', 'a', instant(0));
    const other = await connectSqlite(file);
    other.exec('begin immediate');
    await expect(user.saveDraft('a', draft(0))).rejects.toMatchObject({ kind: 'busy' });
    await expect(user.startAttempt('r', 'b', instant(0))).rejects.toMatchObject({ kind: 'busy' });
    expect(await user.attempt('a')).toMatchObject({ revision: 0 });
    other.exec('rollback');
    expect(await user.saveDraft('a', draft(0))).toMatchObject({ conflict: false });
    other.close();
    await storage.close();
  });
});

describe('several processes', () => {
  it('begin one new SQLite file at once and all write to it', async () => {
    const writers = Array.from({ length: 4 }, () => new Writer(file));
    await sleep(1_000);
    for (const [index, writer] of writers.entries()) writer.write(`user-${index}`);
    for (const writer of writers) while (!writer.hasWritten()) await sleep(5);
    await sleep(200);
    const ledger = new Ledger();
    for (const [index, writer] of writers.entries()) ledger.record(`user-${index}`, await writer.kill());
    const storage = await openSqliteStorage({ file });
    expect(storage.notices).toEqual([]);
    expect(await ledger.faults(storage)).toEqual([]);
    await storage.close();
  }, 120_000);

  it('killed while they begin a new SQLite file leave one that opens', async () => {
    let begun = 0;
    for (let round = 0; round < 8; round += 1) {
      const fresh = join(folder, `${round}.db`);
      const writer = new Writer(fresh);
      writer.write('local');
      // From the moment that the file is there, the schema is some milliseconds away.
      while (!existsSync(fresh)) await sleep(1);
      await sleep(Math.random() * 12);
      const said = await writer.kill();
      begun += said.length === 0 ? 1 : 0;
      const storage = await openSqliteStorage({ file: fresh });
      expect(storage.notices).toEqual([]);
      await fill(storage.forUser('other'));
      await storage.close();
    }
    expect(begun).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([]);
  }, 120_000);
});
