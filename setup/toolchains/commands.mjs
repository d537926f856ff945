// Runs other programs, keeps what they said last, and can stop them all.
import { spawn } from 'node:child_process';
import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const mostOutput = 20_000;
const running = new Set();

/** A program that ended badly; `output` is the end of what it said. */
export class CommandFailed extends Error {
  constructor(program, output) {
    super(`${program} failed.`);
    this.output = output;
  }
}

/** Runs a program to its end and returns what it printed; throws CommandFailed. */
export function runCommand(program, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that what it starts can be stopped with it.
      detached: true,
    });
    running.add(child);
    let output = '';
    const take = (chunk) => {
      output = (output + chunk).slice(-mostOutput);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => {
      running.delete(child);
      reject(new CommandFailed(program, error.message));
    });
    child.on('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new CommandFailed(program, output));
    });
  });
}

/** Ends every program that is still running, and what it started. */
export function stopCommands() {
  for (const child of running) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }
}

/** The path of a program, or undefined. */
export function findProgram(name, path = process.env.PATH ?? '') {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Tells one build of a program from another without running it. */
export function fingerprintOf(program) {
  const path = realpathSync(program);
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

/** Whether a dotted version is at least `least`, such as [3, 11]. */
export function isAtLeast(version, least) {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [place, wanted] of least.entries()) {
    const part = parts[place] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
