import { copyFileSync, lstatSync, mkdtempSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The texts of all files of the repository. */
export const repository = (t) => t.files.code.list().map((path) => t.files.code.read(path) ?? '');

/** Opens a copy of the database, as somebody would who got hold of a backup. */
function openCopy(t) {
  const data = '/srv/data';
  const folder = mkdtempSync('/tmp/backup-');
  for (const path of t.files.list()) {
    if (lstatSync(join(data, path)).isFile()) copyFileSync(join(data, path), join(folder, basename(path)));
  }
  for (const path of t.files.list()) {
    if (/-(wal|shm|journal)$/.test(path)) continue;
    try {
      const database = new DatabaseSync(join(folder, basename(path)));
      database.prepare('SELECT name FROM sqlite_master').all();
      return database;
    } catch {
      // Not a database.
    }
  }
  return undefined;
}

/** All that the stolen database holds about one address: texts and blobs, the address itself left out. */
export function recordOf(t, email) {
  const database = openCopy(t);
  if (!database) return [];
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const rows = tables.flatMap(({ name }) =>
    database.prepare(`SELECT * FROM "${name}"`).all().map((row) => ({ name, row })),
  );
  const own = rows.filter(({ row }) => Object.values(row).includes(email));
  const ids = new Set(own.map(({ row }) => row.id).filter((id) => id !== undefined));
  const linked = rows.filter(({ row }) => ids.has(row.account_id) || ids.has(row.user_id));
  database.close();
  return [...own, ...linked]
    .flatMap(({ row }) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value))
    .filter((value) => (typeof value === 'string' || Buffer.isBuffer(value)) && value !== email);
}
