import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Kills a process and its children at once with SIGKILL, and waits until the children are gone. The process is
 * stopped first, so that it can start no more. Linux only.
 */
export async function killTree(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  const children = childrenOf(pid);
  for (const each of [...children, pid]) killQuietly(each);
  while (children.some(isAlive)) await sleep(5);
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself between the listing and here.
  }
}

function childrenOf(parent: number): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((pid) => statusOf(pid)?.parent === parent);
}

/** A killed child whose parent has not read its end is a zombie: it holds nothing any more. */
const isAlive = (pid: number) => !['Z', undefined].includes(statusOf(pid)?.state);

function statusOf(pid: number): { state: string | undefined; parent: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so count from its end.
    const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
