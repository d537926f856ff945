import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { Ledger, randomMoment, WriterQueue } from './kill-rounds-for-tests.ts';
import { openSqliteStorage } from './sqlite.ts';

const rounds = 100;

describe('SQLite under kill -9', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hotseat-kill-'));
  const file = join(folder, 'hotseat.db');
  const writers = new WriterQueue(file);
  afterAll(async () => {
    await Promise.allSettled([writers.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it(`loses no acknowledged write in ${rounds} kills of the writer`, async () => {
    const ledger = new Ledger();
    for (let round = 0; round < rounds; round += 1) {
      const user = `round-${round}`;
      const writer = writers.next();
      writer.write(user);
      await randomMoment(writer);
      ledger.record(user, await writer.kill());
      await reopen(ledger, user);
    }
    await reopen(ledger);
    expect(ledger.size).toBeGreaterThan(rounds);
  }, 600_000);

  /** Opens the database as the next start would, with nobody else connected, and looks for what is missing. */
  async function reopen(ledger: Ledger, user?: string): Promise<void> {
    const storage = await openSqliteStorage({ file });
    expect(storage.notices).toEqual([]);
    expect(await ledger.faults(storage, user)).toEqual([]);
    await storage.close();
    const database = new DatabaseSync(file, { readOnly: true });
    expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
    database.close();
  }
});
