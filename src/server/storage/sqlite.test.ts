import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { draft, fill, ownQuestion } from './records-for-tests.ts';
import { openSqliteStorage, sqliteStorageOn } from './sqlite.ts';
import { connectSqlite } from './sqlite-connection.ts';
import { StorageError } from './storage.ts';

const run = promisify(execFile);

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-sqlite-'));
  file = join(folder, 'data', 'hotseat.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const refusalOf = (promise: Promise<unknown>): Promise<StorageError> =>
  promise.then(
    () => expect.unreachable('it was not refused'),
    (error: unknown) => (error instanceof StorageError ? error : Promise.reject(error)),
  );

/** Runs SQL on the file behind the storage's back. */
function tamper(sql: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

describe('the SQLite file', () => {
  it('and its folder are for their owner only', async () => {
    const storage = await openSqliteStorage({ file });
    await fill(storage.forUser('local'));
    const modes = ['', ...readdirSync(join(folder, 'data'))].map(
      (name) => statSync(join(folder, 'data', name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
    await storage.close();
  });

  it('is closed to others when it was open to them', async () => {
    await openSqliteStorage({ file }).then((storage) => storage.close());
    chmodSync(file, 0o644);
    await openSqliteStorage({ file }).then((storage) => storage.close());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('gets the columns of the lists from the results of an older version', async () => {
    const before = await openSqliteStorage({ file });
    await fill(before.forUser('local'));
    const outlines = await before.forUser('local').labOutlines();
    expect(outlines.some(({ standing }) => standing.reviewScore !== null)).toBe(true);
    await before.close();
    for (const column of ['hints_taken', 'passed_at', 'gave_up_at', 'review_score', 'explanation_score'])
      tamper(`alter table lab_sessions drop column ${column}`);
    // The migrations that came after are undone with it.
    const later = ['threat_model_versions', 'threat_models', 'scenario_sessions', 'triage_sessions'];
    for (const table of later) tamper(`drop table ${table}`);
    tamper("delete from kysely_migration where name >= '003'");
    const after = await openSqliteStorage({ file });
    expect(await after.forUser('local').labOutlines()).toEqual(outlines);
    await after.close();
  });

  it('keeps what was written when it is opened again, and is one file once closed', async () => {
    const first = await openSqliteStorage({ file });
    await fill(first.forUser('local'));
    const before = await first.forUser('local').exportAll();
    await first.close();
    expect(readdirSync(join(folder, 'data'))).toEqual(['hotseat.db']);
    const second = await openSqliteStorage({ file });
    expect(second.notices).toEqual([]);
    expect(await second.forUser('local').exportAll()).toEqual(before);
    await second.close();
  });

  it('can be memory', async () => {
    const storage = await openSqliteStorage({ file: ':memory:' });
    await fill(storage.forUser('local'));
    await storage.forUser('local').deleteAll();
    expect(await storage.forUser('local').outlines()).toEqual([]);
    await storage.close();
  });

  it('holds no trace of what was deleted, in no page, log or file kept aside', async () => {
    const secret = 'my-former-employer-was-breached';
    const storage = await openSqliteStorage({ file });
    const user = storage.forUser('local');
    await fill(user);
    for (let revision = 1; revision < 40; revision += 1) {
      await user.saveDraft('second', draft(revision, { answer: `${secret} ${'x'.repeat(revision * 500)}` }));
    }
    writeFileSync(`${file}.corrupt-2026-01-01T00-00-00-000Z`, secret);
    writeFileSync(`${file}.corrupt-2026-01-01T00-00-00-000Z-wal`, secret);
    expect(filesWith(secret).length).toBeGreaterThan(2);
    await user.deleteAll();
    expect(filesWith(secret)).toEqual([]);
    await storage.close();
    expect(filesWith(secret)).toEqual([]);
  });

  it('reports traces it could not remove because another program reads the file', async () => {
    const storage = await openSqliteStorage({ file, patience: 100 });
    await fill(storage.forUser('local'));
    const reader = new DatabaseSync(file, { timeout: 0 });
    reader.exec('begin; select * from attempts');
    expect((await refusalOf(storage.forUser('local').deleteAll())).kind).toBe('busy');
    reader.close();
    expect(await storage.forUser('local').outlines()).toEqual([]);
    await storage.forUser('local').deleteAll();
    await storage.close();
  });

  const filesWith = (text: string) =>
    readdirSync(join(folder, 'data')).filter((name) =>
      readFileSync(join(folder, 'data', name)).includes(text),
    );
});

describe('a database of somebody else', () => {
  it('is refused when a newer program wrote it, and left as it is', async () => {
    await openSqliteStorage({ file }).then((storage) => storage.close());
    tamper("insert into kysely_migration values ('999-from-the-future', '2030-01-01T00:00:00.000Z')");
    const before = readFileSync(file);
    const refusal = await refusalOf(openSqliteStorage({ file }));
    expect(refusal.kind).toBe('newer-schema');
    expect(refusal.message).toMatch(/newer version of Hotseat.*999-from-the-future.*Update Hotseat/);
    expect(readFileSync(file)).toEqual(before);
  });

  it('is refused when another program wrote it, and left as it is', async () => {
    writeFileSync(join(folder, 'other.db'), '');
    file = join(folder, 'other.db');
    tamper('create table bookmarks (url text)');
    const before = readFileSync(file);
    const refusal = await refusalOf(openSqliteStorage({ file }));
    expect(refusal).toMatchObject({
      kind: 'unavailable',
      message: `${file} is the database of another program.`,
    });
    expect(readFileSync(file)).toEqual(before);
  });

  it('is refused when it is a folder', async () => {
    expect((await refusalOf(openSqliteStorage({ file: folder }))).kind).toBe('unavailable');
  });

  it('shows damage inside a record as an absent grade, and the answer still opens', async () => {
    const storage = await openSqliteStorage({ file });
    await fill(storage.forUser('local'));
    await storage.close();
    tamper(
      `update attempts set grade = '{"score": 1', graded_question = '[]'; update settings set languages = 'x'`,
    );
    const warnings: unknown[] = [];
    const damaged = await openSqliteStorage({ file, log: { warn: (details) => warnings.push(details) } });
    const user = damaged.forUser('local');
    expect(await user.attempt('first')).toMatchObject({
      answer: 'answer after 0',
      grade: null,
      gradedQuestion: null,
    });
    expect(await user.settings()).toMatchObject({ theme: 'dark', languages: [] });
    expect(warnings).toEqual([{ what: 'grade' }, { what: 'graded question' }, { what: 'languages' }]);
    await damaged.close();
  });
});

describe('a full disk', () => {
  it('refuses the write as full, keeps what was saved, and goes on when there is space again', async () => {
    await openSqliteStorage({ file }).then((storage) => storage.close());
    const database = await connectSqlite(file);
    const storage = await sqliteStorageOn(database, { file });
    const user = storage.forUser('local');
    await fill(user);
    database.exec('pragma max_page_count = 60');
    const large = 'y'.repeat(2_000_000);
    const everything = await user.exportAll();
    const longer = { ...everything, ownQuestions: [ownQuestion('own-long', { prompt: large })] };
    for (const write of [
      () => user.saveDraft('second', draft(1, { answer: large })),
      () => user.importAll(longer, 'merge'),
      () => user.importAll(longer, 'replace'),
    ]) {
      expect((await refusalOf(write())).kind).toBe('full');
      expect(await user.exportAll()).toEqual(everything);
    }
    database.exec('pragma max_page_count = 4000');
    expect(await user.saveDraft('second', draft(1, { answer: large }))).toMatchObject({ conflict: false });
    await storage.close();
  });

  it('of real bytes refuses the write as full, and every acknowledged one is there afterwards', async (context) => {
    const script = join(import.meta.dirname, 'full-disk-for-tests.ts');
    const mount = 'mount -t tmpfs -o size=1m tmpfs "$1" || exit 77; exec "$2" "$3" "$1"';
    const flags = [
      ...(process.getuid?.() === 0 ? ['-m'] : ['-rm']),
      'sh',
      '-c',
      mount,
      'sh',
      folder,
      process.execPath,
      script,
    ];
    const child = await run('unshare', flags).catch((error: { code: unknown; stderr: string }) => error);
    if ('code' in child && (child.code === 77 || child.code === 'ENOENT')) {
      context.skip('this machine lets nobody mount a small disk to fill');
    }
    const { refusal, acknowledged, stored } = report.parse(
      JSON.parse('stdout' in child ? child.stdout : child.stderr),
    );
    expect(refusal).toBe('full');
    expect(acknowledged).toBeGreaterThan(10);
    expect(stored).toBe(acknowledged);
  });

  const report = z.object({ refusal: z.string(), acknowledged: z.number(), stored: z.number() });
});
