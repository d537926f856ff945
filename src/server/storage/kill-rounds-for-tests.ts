import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Acknowledgement, faultsAfterCrash, readAcknowledgements } from './acknowledged-for-tests.ts';
import type { Storage } from './storage.ts';

/** A writing process that will be killed; see `kill-writer-for-tests.ts`. */
export class Writer {
  readonly #process: ChildProcess;
  #output = '';
  #errors = '';

  /** Starts the process, which loads the program and waits. */
  constructor(target: string) {
    this.#process = spawn(process.execPath, [join(import.meta.dirname, 'kill-writer-for-tests.ts'), target]);
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#errors += text;
    });
  }

  /** Lets it write for `user`. */
  write(user: string): void {
    this.#process.stdin?.write(`${user}\n`);
  }

  /** Whether it has had a write acknowledged. */
  hasWritten(): boolean {
    return this.#output.includes('\n');
  }

  /** Ends it with SIGKILL; returns everything it had said. */
  async kill(): Promise<readonly Acknowledgement[]> {
    this.#process.kill('SIGKILL');
    if (!this.#process.stdout?.closed) await once(this.#process, 'close');
    return this.#said(this.#output);
  }

  /** Waits until it has noticed that the database went away; returns what it had said. It can write again. */
  async lost(): Promise<readonly Acknowledgement[]> {
    const end = 'lost\n';
    const patience = AbortSignal.timeout(60_000);
    while (!this.#output.endsWith(end) && this.#process.exitCode === null) {
      if (patience.aborted)
        throw new Error(`the writer never noticed that the database went away:\n${this.#errors}`);
      await sleep(2);
    }
    const said = this.#output.slice(0, -end.length);
    this.#output = '';
    return this.#said(said);
  }

  #said(output: string): readonly Acknowledgement[] {
    if (this.#errors) throw new Error(`the writer failed:\n${this.#errors}`);
    return readAcknowledgements(output);
  }
}

/** Two writers stand ready, so that a round does not wait for a process to start. */
export class WriterQueue {
  readonly #target: string;
  readonly #ready: Writer[];

  constructor(target: string) {
    this.#target = target;
    this.#ready = [new Writer(target), new Writer(target)];
  }

  next(): Writer {
    if (this.#ready.length < 3) this.#ready.push(new Writer(this.#target));
    return this.#ready.shift() ?? new Writer(this.#target);
  }

  /** Takes back one that is still alive. */
  giveBack(writer: Writer): void {
    this.#ready.unshift(writer);
  }

  async close(): Promise<void> {
    await Promise.all(this.#ready.map((writer) => writer.kill()));
  }
}

/** Waits for the first acknowledged write and then a random while, most often some writes long. */
export async function randomMoment(writer: Writer): Promise<void> {
  // One round in eight is killed while it is still opening.
  if (Math.random() < 1 / 8) return sleep(Math.random() * 25);
  for (let waited = 0; !writer.hasWritten() && waited < 5_000; waited += 2) await sleep(2);
  await sleep(Math.random() ** 2 * 60);
}

/** Everything acknowledged in all rounds. */
export class Ledger {
  readonly #rounds = new Map<string, readonly Acknowledgement[]>();

  record(user: string, acknowledged: readonly Acknowledgement[]): void {
    this.#rounds.set(user, acknowledged);
  }

  /** How many writes were acknowledged in all. */
  get size(): number {
    return [...this.#rounds.values()].reduce((sum, round) => sum + round.length, 0);
  }

  /** What is missing or wrong, of one round or of all; empty when all is well. */
  async faults(storage: Storage, user?: string): Promise<readonly string[]> {
    const users = user === undefined ? [...this.#rounds.keys()] : [user];
    const faults: string[] = [];
    for (const each of users) {
      const found = await faultsAfterCrash(storage.forUser(each), this.#rounds.get(each) ?? []);
      faults.push(...found.map((fault) => `${each}: ${fault}`));
    }
    return faults;
  }
}
