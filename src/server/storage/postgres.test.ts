import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStorage } from './postgres.ts';
import { reasonToSkip } from './postgres-binaries-for-tests.ts';
import { TestPostgres } from './postgres-for-tests.ts';
import { draft, fill, instant } from './records-for-tests.ts';

const reason = reasonToSkip();

describe.skipIf(reason)('a PostgreSQL database', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    server = await TestPostgres.start();
  }, 60_000);
  afterAll(() => server?.stop());

  async function tamper(connectionString: string, statement: string): Promise<void> {
    const client = new Client({ connectionString });
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  it('is begun once by several processes at once', async () => {
    const connectionString = await server.createDatabase('several');
    const storages = await Promise.all([1, 2, 3, 4].map(() => openPostgresStorage({ connectionString })));
    await Promise.all(storages.map((storage, index) => fill(storage.forUser(`user-${index}`))));
    const tabs = storages.map((storage, index) =>
      storage.forUser('one').startAttempt('q', `a${index}`, instant(0)),
    );
    expect(new Set((await Promise.all(tabs)).map(({ id }) => id)).size).toBe(1);
    await Promise.all(storages.map((storage) => storage.close()));
  });

  it('is refused when a newer program uses it', async () => {
    const connectionString = await server.createDatabase('newer');
    await openPostgresStorage({ connectionString }).then((storage) => storage.close());
    await tamper(
      connectionString,
      "insert into kysely_migration values ('999-later', '2030-01-01T00:00:00.000Z')",
    );
    await expect(openPostgresStorage({ connectionString })).rejects.toMatchObject({
      kind: 'newer-schema',
      message: expect.stringContaining('999-later'),
    });
  });

  it('that is not there is unavailable', async () => {
    const elsewhere = [
      server.connectionString('nothing'),
      'postgres://nobody@127.0.0.1:9/none',
      'postgres://u@/d?host=/nowhere',
    ];
    for (const connectionString of elsewhere) {
      await expect(openPostgresStorage({ connectionString })).rejects.toMatchObject({ kind: 'unavailable' });
    }
  });

  it('that goes away is unavailable, keeps what was saved, and is used again when it is back', async () => {
    const connectionString = await server.createDatabase('away');
    const storage = await openPostgresStorage({ connectionString });
    const user = storage.forUser('local');
    await user.startAttempt('q', 'a', instant(0));
    await user.saveDraft('a', draft(0));
    await server.kill();
    await expect(user.saveDraft('a', draft(1))).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(user.attempt('a')).rejects.toMatchObject({ kind: 'unavailable' });
    await server.start();
    expect(await user.saveDraft('a', draft(1))).toMatchObject({ conflict: false, value: { revision: 2 } });
    await storage.close();
    await expect(user.attempt('a')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('that may not be written to is unavailable, and reads go on', async () => {
    const connectionString = await server.createDatabase('reading');
    await openPostgresStorage({ connectionString }).then((storage) => storage.close());
    await tamper(connectionString, 'alter database reading set default_transaction_read_only = on');
    const storage = await openPostgresStorage({ connectionString });
    await expect(fill(storage.forUser('local'))).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await storage.forUser('local').outlines()).toEqual([]);
    await storage.close();
  });
});
if (reason) it(`PostgreSQL is left out: ${reason}`, (context) => context.skip(reason));
