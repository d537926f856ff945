import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { HostCommand, SupervisorEvent } from './protocol.ts';

const mostComplaints = 8000;

/** One outer sandbox, used for one submission and then thrown away. */
export class Cell {
  readonly #child: ChildProcess;
  readonly #listeners = new Set<(event: SupervisorEvent) => void>();
  readonly warm: Promise<void>;
  readonly ended: Promise<void>;
  #complaints = '';

  constructor(command: readonly string[]) {
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own, so that all of it can be ended, also while it is still starting.
      detached: true,
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
    });
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#complaints = (this.#complaints + chunk.toString('utf8')).slice(-mostComplaints);
    });
    createInterface({ input: this.#child.stdout as NodeJS.ReadableStream }).on('line', (line) =>
      this.#tell(line),
    );
    this.ended = new Promise((resolve) => {
      this.#child.on('error', (error) => {
        this.#complaints += error.message;
        resolve();
      });
      this.#child.on('close', () => resolve());
    });
    this.ended.then(() =>
      this.#emit({ event: 'failed', message: `The sandbox ended. ${this.#complaints}`.trim() }),
    );
    this.warm = new Promise((resolve, reject) => {
      const stop = this.listen((event) => {
        if (event.event === 'warm') resolve();
        else if (event.event === 'failed') reject(new Error(event.message));
        else if (event.event === 'app-ended')
          reject(new Error(`The app's sandbox did not start. ${event.log}`));
        else return;
        stop();
      });
    });
    this.warm.catch(() => undefined);
  }

  /** Calls back with each event until the returned function is called. */
  listen(take: (event: SupervisorEvent) => void): () => void {
    this.#listeners.add(take);
    return () => this.#listeners.delete(take);
  }

  say(command: HostCommand): void {
    this.#child.stdin?.write(`${JSON.stringify(command)}\n`);
  }

  /** Ends the sandbox and everything in it. */
  async end(): Promise<void> {
    this.#kill();
    await this.ended;
  }

  /** Killing bubblewrap alone would leave its child behind when that still waits for a word from it. */
  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }

  #tell(line: string): void {
    let event: SupervisorEvent;
    try {
      event = JSON.parse(line);
    } catch {
      event = { event: 'failed', message: 'The supervisor said something that is not JSON.' };
    }
    this.#emit(event);
  }

  #emit(event: SupervisorEvent): void {
    for (const take of [...this.#listeners]) take(event);
  }
}
