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
  const below = descendantsOf(root);
  return {
    threads: below.reduce((sum, row) => sum + row.threads, 0),
    residentBytes: below.reduce((sum, row) => sum + row.residentBytes, 0),
  };
}

/** Memory of the descendants of a process without the files that they map, which a browser's processes share. */
export function ownBytesBelow(root: number): number {
  return descendantsOf(root).reduce((sum, { pid }) => sum + ownBytes(pid), 0);
}

function ownBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].map(([, text]) =>
      Number(text),
    );
    return kilobytes.reduce((sum, one) => sum + one, 0) * 1024;
  } catch {
    // It ended between the listing and the reading.
    return 0;
  }
}

function descendantsOf(root: number): readonly Row[] {
  const rows = readTable();
  const wanted = new Set([root]);
  const found: Row[] = [];
  // A child can have a lower number than its parent after the numbers wrapped, so repeat until nothing is added.
  for (let added = true; added; ) {
    added = false;
    for (const row of rows) {
      if (wanted.has(row.pid) || !wanted.has(row.parent)) continue;
      wanted.add(row.pid);
      found.push(row);
      added = true;
    }
  }
  return found;
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
