// A lock between processes: a file with the owner's process id. One left by a dead process is taken over.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders, say } from './workplace.mjs';

const pause = 500;

/** Runs `work` while no other process does the same; waits for it. */
export function locked(work) {
  const lock = lockFile('setup');
  for (let waited = 0; !take(lock); waited += 1) {
    if (waited === 0) say('Waiting for another Hotseat setup to finish …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** The same for work that is a promise, under a lock of its own name. */
export async function lockedAsync(name, work) {
  const lock = lockFile(name);
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, pause));
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function lockFile(name) {
  mkdirSync(folders.state, { recursive: true });
  return join(folders.state, `${name}.lock`);
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' })))) rmSync(lock, { force: true });
    return false;
  }
}

/** Whether a process with this id runs. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
