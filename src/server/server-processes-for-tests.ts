import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server in its own process: loads at once, listens when told. */
export class ServerProcess {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  #errors = '';

  constructor(home: string, pack: string) {
    this.#process = spawn(
      process.execPath,
      [join(import.meta.dirname, 'server-process-for-tests.ts'), home, pack],
      {
        env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'hotseat-compile-cache') },
      },
    );
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
    this.#ended = once(this.#process, 'exit');
  }

  /** What it wrote to standard error. */
  get errors(): string {
    return this.#errors;
  }

  /** Lets it listen; returns where. */
  async start(): Promise<string> {
    this.#process.stdin?.write('start\n');
    const line = once(this.#process.stdout ?? this.#process, 'data').then(([text]) => String(text).trim());
    const died = this.#ended.then(() => Promise.reject(new Error(`the server ended:\n${this.#errors}`)));
    return Promise.race([line, died]);
  }

  /** Sends the signal and waits for the end; returns the exit code. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.#process.kill(signal);
    await this.#ended;
    return this.#process.exitCode;
  }
}
