import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { draft, fill, instant } from './records-for-tests.ts';
import { openSqliteStorage } from './sqlite.ts';

const clock = () => new Date('2026-05-06T07:08:09.010Z');
const keptName = 'hotseat.db.corrupt-2026-05-06T07-08-09-010Z';

let sound = '';
let folder = '';
let file = '';

/** A database of some forty pages that was closed, and the same with its log as a killed process leaves it. */
beforeAll(async () => {
  sound = mkdtempSync(join(tmpdir(), 'hotseat-sound-'));
  const storage = await openSqliteStorage({ file: join(sound, 'closed.db') });
  const user = storage.forUser('local');
  await fill(user);
  for (let n = 0; n < 40; n += 1) {
    await user.startAttempt(`q${n}`, `a${n}`, instant(n));
    await user.saveDraft(`a${n}`, draft(0, { answer: `${n} `.repeat(900) }));
  }
  await storage.close();
  copyFileSync(join(sound, 'closed.db'), join(sound, 'killed.db'));
  const killed = await openSqliteStorage({ file: join(sound, 'killed.db') });
  await killed.forUser('local').saveDraft('a0', draft(1, { answer: 'in the log' }));
  for (const suffix of ['', '-wal'])
    copyFileSync(join(sound, `killed.db${suffix}`), join(sound, `left.db${suffix}`));
  await killed.close();
});
afterAll(() => rmSync(sound, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-damage-'));
  file = join(folder, 'hotseat.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lay(name: 'closed' | 'left'): void {
  copyFileSync(join(sound, `${name}.db`), file);
  if (name === 'left') copyFileSync(join(sound, 'left.db-wal'), `${file}-wal`);
}

function overwrite(from: number, bytes: Buffer): void {
  const content = readFileSync(file);
  bytes.copy(content, from);
  writeFileSync(file, content);
}

const noise = (length: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 2_654_435_761) >>> 24));

const damages: Record<string, () => void> = {
  'is text': () => writeFileSync(file, 'To whom it may concern: this is no database.\n'.repeat(100)),
  'is noise': () => writeFileSync(file, noise(50_000)),
  'is zeroes': () => writeFileSync(file, Buffer.alloc(50_000)),
  'is one byte': () => writeFileSync(file, 'S'),
  'lost its first page': () => overwrite(0, Buffer.alloc(4096)),
  'lost a bit of its header': () => overwrite(3, Buffer.from('X')),
  'lost a page in the middle': () => overwrite(4096 * 5, noise(4096)),
  'was cut within a page': () => truncateSync(file, 4096 * 10 + 100),
  'was cut to half': () => truncateSync(file, 4096 * 20),
  'was cut within its header': () => truncateSync(file, 60),
  'lost its list of tables': () => overwrite(100, noise(3000)),
};

describe('a damaged database', () => {
  for (const [damage, inflict] of Object.entries(damages)) {
    it(`that ${damage} is kept aside, byte for byte, and a new one is begun`, async () => {
      lay('closed');
      inflict();
      const before = readFileSync(file);
      const storage = await openSqliteStorage({ file, clock });
      expect(storage.notices).toEqual([
        {
          kind: 'kept-aside',
          file: join(folder, keptName),
          message: expect.stringContaining(join(folder, keptName)),
        },
      ]);
      expect(readFileSync(join(folder, keptName))).toEqual(before);
      await fill(storage.forUser('local'));
      await storage.close();
      const again = await openSqliteStorage({ file, clock });
      expect(again.notices).toEqual([]);
      expect(await again.forUser('local').outlines()).toHaveLength(2);
      await again.close();
    });
  }

  it('is kept with its log', async () => {
    lay('left');
    truncateSync(file, 50);
    const log = readFileSync(`${file}-wal`);
    const storage = await openSqliteStorage({ file, clock });
    expect(storage.notices).toHaveLength(1);
    expect(readFileSync(join(folder, `${keptName}-wal`))).toEqual(log);
    await storage.close();
  });

  it('that is empty beside a log is kept too, since SQLite would delete the log', async () => {
    lay('left');
    truncateSync(file, 0);
    const log = readFileSync(`${file}-wal`);
    const storage = await openSqliteStorage({ file, clock });
    expect(storage.notices).toHaveLength(1);
    expect(readFileSync(join(folder, `${keptName}-wal`))).toEqual(log);
    await storage.close();
  });

  it('never takes the place of one that was kept before', async () => {
    for (const name of [keptName, `${keptName}-2`, `${keptName}-3`]) {
      writeFileSync(file, `damaged before ${name}`);
      const storage = await openSqliteStorage({ file, clock });
      expect(storage.notices.map((notice) => basename(notice.file))).toEqual([name]);
      await storage.close();
      expect(readFileSync(join(folder, name), 'utf8')).toBe(`damaged before ${name}`);
    }
  });
});

describe('a sound database', () => {
  it('that a killed process left with a log opens with what is in the log', async () => {
    lay('left');
    const storage = await openSqliteStorage({ file, clock });
    expect(storage.notices).toEqual([]);
    expect(await storage.forUser('local').attempt('a0')).toMatchObject({ answer: 'in the log', revision: 2 });
    await storage.close();
  });

  it('opens beside a log or an index of noise', async () => {
    lay('closed');
    writeFileSync(`${file}-wal`, noise(20_000));
    writeFileSync(`${file}-shm`, noise(32_768));
    const storage = await openSqliteStorage({ file, clock });
    expect(storage.notices).toEqual([]);
    expect(await storage.forUser('local').outlines()).toHaveLength(42);
    await storage.close();
    expect(readdirSync(folder)).toEqual(['hotseat.db']);
  });

  it('that is an empty file is simply begun', async () => {
    writeFileSync(file, '');
    const storage = await openSqliteStorage({ file, clock });
    expect(storage.notices).toEqual([]);
    await storage.close();
    expect(existsSync(join(folder, keptName))).toBe(false);
  });
});
