import { readdirSync, readFileSync } from 'node:fs';

type Row = {
  readonly pid: number;
  readonly parent: number;
  readonly threads: number;
  readonly residentBytes: number;
};

const pageBytes = 4096;

/** What the descendants of a process use together, as /proc tells. */
export function usageBelow(root: number): { readonly threads: number; readonly residentBytes: number } {
  const rows = readTable();
  const wanted = new Set([root]);
  let threads = 0;
  let residentBytes = 0;
  // A child can have a lower number than its parent after the numbers wrapped, so repeat until nothing is added.
  for (let added = true; added; ) {
    added = false;
    for (const row of rows) {
      if (wanted.has(row.pid) || !wanted.has(row.parent)) continue;
      wanted.add(row.pid);
      threads += row.threads;
      residentBytes += row.residentBytes;
      added = true;
    }
  }
  return { threads, residentBytes };
}

function readTable(): Row[] {
  const rows: Row[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The command's name stands in brackets and may hold anything, so read from the last bracket on.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      rows.push({
        pid: Number(name),
        parent: Number(fields[1]),
        threads: Number(fields[17]),
        residentBytes: Number(fields[21]) * pageBytes,
      });
    } catch {
      // It ended between the listing and the reading.
    }
  }
  return rows;
}
