import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger, randomMoment, WriterQueue } from './kill-rounds-for-tests.ts';
import { openPostgresStorage } from './postgres.ts';
import { reasonToSkip } from './postgres-binaries-for-tests.ts';
import { TestPostgres } from './postgres-for-tests.ts';
import type { Storage } from './storage.ts';

const rounds = 100;
const reason = reasonToSkip();

describe.skipIf(reason)('PostgreSQL under kill -9', () => {
  let server: TestPostgres;
  let storage: Storage;
  let writers: WriterQueue;
  beforeAll(async () => {
    server = await TestPostgres.start();
    const connectionString = await server.createDatabase('kill');
    storage = await openPostgresStorage({ connectionString });
    writers = new WriterQueue(connectionString);
  }, 60_000);
  afterAll(async () => {
    await Promise.allSettled([writers?.close(), storage?.close()]);
    await server?.stop();
  });

  it(`loses no acknowledged write in ${rounds} kills, of the writer and of the server in turn`, async () => {
    const ledger = new Ledger();
    for (let round = 0; round < rounds; round += 1) {
      const user = `round-${round}`;
      ledger.record(user, await (round % 2 === 0 ? killWriter(user) : killServer(user)));
      expect(await ledger.faults(storage, user)).toEqual([]);
    }
    expect(await ledger.faults(storage)).toEqual([]);
    expect(ledger.size).toBeGreaterThan(rounds);
  }, 600_000);

  async function killWriter(user: string) {
    const writer = writers.next();
    writer.write(user);
    await randomMoment(writer);
    return writer.kill();
  }

  async function killServer(user: string) {
    const writer = writers.next();
    writer.write(user);
    await randomMoment(writer);
    await server.kill();
    const said = await writer.lost();
    writers.giveBack(writer);
    await server.start();
    return said;
  }
});
if (reason) it(`PostgreSQL is left out: ${reason}`, (context) => context.skip(reason));
