import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { openPostgresStorage } from './postgres.ts';
import { reasonToSkip } from './postgres-binaries-for-tests.ts';
import { TestPostgres } from './postgres-for-tests.ts';
import { openSqliteStorage } from './sqlite.ts';
import { storageContract } from './storage.contract.ts';

describe('storage', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hotseat-storage-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  storageContract({ name: 'SQLite', open: () => openSqliteStorage({ file: join(folder, 'hotseat.db') }) });
});

const reason = reasonToSkip();
describe.skipIf(reason)('storage', () => {
  let server: TestPostgres | undefined;
  afterAll(() => server?.stop());
  storageContract({
    name: 'PostgreSQL',
    open: async () => {
      server = await TestPostgres.start();
      return openPostgresStorage({ connectionString: await server.createDatabase('contract') });
    },
  });
});
if (reason) it(`PostgreSQL is left out: ${reason}`, (context) => context.skip(reason));
