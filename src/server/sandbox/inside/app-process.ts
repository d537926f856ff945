import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { request } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import type { AppEnd, AppLimits, AppStart, Diagnostic } from '../protocol.ts';
import { type Excess, limitInWords } from './limit-in-words.ts';
import { onLines } from './lines.ts';
import { usageBelow } from './process-table.ts';

export type AppProcessEvents = {
  readonly onWarm: () => void;
  readonly onBuildFailed: (output: string, diagnostics: readonly Diagnostic[]) => void;
  readonly onEnded: (reason: AppEnd, detail: string) => void;
};

const logFile = '/hotseat/work/log/app.log';
const watchMilliseconds = 50;
const pollMilliseconds = 4;
const settleMilliseconds = 2000;
const shownLogBytes = 64 * 1024;

/** The sandbox of the candidate's app, watched from outside it. */
export class AppProcess {
  readonly #child: ChildProcess;
  readonly #limits: AppLimits;
  readonly #events: AppProcessEvents;
  #over = false;
  #watch: NodeJS.Timeout | undefined;

  constructor(command: readonly string[], limits: AppLimits, events: AppProcessEvents) {
    this.#limits = limits;
    this.#events = events;
    const log = openSync(logFile, 'a');
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, { stdio: ['pipe', log, log, 'pipe'] });
    closeSync(log);
    this.#child.stdin?.on('error', () => undefined);
    onLines(this.#child.stdio[3] as Readable, (line) => this.#fromLauncher(line));
    // Not 'exit', which can come before the last line that was said.
    this.#child.on('close', (code, signal) => this.#leave(code, signal));
    this.#watch = setInterval(() => this.#look(), watchMilliseconds);
  }

  /** Lets the launcher go on with the candidate's code; resolves when the app answers, or when it never will. */
  async start(start: AppStart): Promise<boolean> {
    (this.#child.stdin as Writable).end(
      `${JSON.stringify({ entry: start.entry, environment: start.environment, port: start.port })}\n`,
    );
    const deadline = Date.now() + this.#limits.startSeconds * 1000;
    while (!this.#over) {
      const status = await statusOf(start.port, start.ready);
      if (status > 0 && status < 500) return !this.#over;
      if (Date.now() > deadline) {
        this.end('start-timeout', `no answer from ${start.ready} in ${this.#limits.startSeconds} s`);
      }
      await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    }
    return false;
  }

  /** Gives the end of an app that no longer answers a moment to be noticed, so that it is told as what it is. */
  async settle({ port, ready }: AppStart): Promise<void> {
    const until = Date.now() + settleMilliseconds;
    while (!this.#over && Date.now() < until && (await statusOf(port, ready)) === 0)
      await new Promise((resolve) => setTimeout(resolve, watchMilliseconds));
  }

  /** Ends the app; only the first reason counts, and a limit that it passed unnoticed comes before any other. */
  end(reason: AppEnd, detail: string): void {
    this.#stop(this.#excess() ?? { reason, detail });
  }

  /** The end of what the app printed. */
  log(): string {
    const size = statSync(logFile).size;
    const length = Math.min(size, shownLogBytes);
    const buffer = Buffer.alloc(length);
    const file = openSync(logFile, 'r');
    readSync(file, buffer, 0, length, size - length);
    closeSync(file);
    return buffer.toString('utf8');
  }

  #look(): void {
    const excess = this.#excess();
    if (excess) this.#stop(excess);
  }

  /** The limit that the app is beyond right now. What it printed can still be seen when it is gone. */
  #excess(): Excess | undefined {
    const { threads, residentBytes } = usageBelow(this.#child.pid ?? 0);
    const { memoryMegabytes, processes, outputKilobytes } = this.#limits;
    if (residentBytes > memoryMegabytes * 1024 * 1024)
      return { reason: 'memory', detail: `the app used more than ${memoryMegabytes} MB of memory` };
    if (threads > processes)
      return {
        reason: 'processes',
        detail: `the app started more than ${processes} processes and threads`,
      };
    if (statSync(logFile).size > outputKilobytes * 1024)
      return { reason: 'output', detail: `the app printed more than ${outputKilobytes} KB` };
    return undefined;
  }

  #stop({ reason, detail }: Excess): void {
    if (this.#over) return;
    this.#quit();
    this.#events.onEnded(reason, detail);
  }

  #quit(): void {
    this.#over = true;
    clearInterval(this.#watch);
    this.#child.kill('SIGKILL');
  }

  /** The app ended by itself, which a limit can be the cause of before the watchdog has seen it. */
  #leave(code: number | null, signal: string | null): void {
    if (this.#over) return;
    const told = this.#excess() ?? limitInWords(this.log());
    this.#stop(told ?? { reason: 'exit', detail: exitDetail(code, signal) });
  }

  #fromLauncher(line: string): void {
    let message: { say?: unknown; output?: unknown; diagnostics?: unknown };
    try {
      message = JSON.parse(line);
    } catch {
      return;
    }
    if (message.say === 'warm') this.#events.onWarm();
    if (message.say === 'build-failed') this.#failToBuild(message);
  }

  #failToBuild({ output, diagnostics }: { readonly output?: unknown; readonly diagnostics?: unknown }): void {
    if (this.#over) return;
    const text = String(output ?? '').slice(0, shownLogBytes);
    const told = this.#excess() ?? limitInWords(text);
    if (told) {
      this.#stop(told);
      return;
    }
    this.#quit();
    this.#events.onBuildFailed(text, Array.isArray(diagnostics) ? diagnostics.slice(0, 100) : []);
  }
}

const exitDetail = (code: number | null, signal: string | null): string =>
  signal ? `the app was ended by ${signal}` : `the app ended with status ${code}`;

/** The status of the answer to a request, or 0 when there is none. */
function statusOf(port: number, path: string): Promise<number> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', () => resolve(0));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
}
