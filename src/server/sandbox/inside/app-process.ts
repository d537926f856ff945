import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { request } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import type { AppEnd, AppLimits, AppStart, Diagnostic } from '../protocol.ts';
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
const settleMilliseconds = 300;
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
    this.#child.on('exit', (code, signal) => this.end('exit', exitDetail(code, signal), false));
    this.#watch = setInterval(() => this.#look(), watchMilliseconds);
  }

  /** Lets the launcher go on with the candidate's code; resolves when the app answers, or when it never will. */
  async start(start: AppStart): Promise<boolean> {
    (this.#child.stdin as Writable).end(
      `${JSON.stringify({ entry: start.entry, environment: start.environment, port: start.port })}\n`,
    );
    const deadline = Date.now() + this.#limits.startSeconds * 1000;
    while (!this.#over) {
      if (await answers(start.port, start.ready)) return !this.#over;
      if (Date.now() > deadline) {
        this.end('start-timeout', `no answer from ${start.ready} in ${this.#limits.startSeconds} s`);
      }
      await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    }
    return false;
  }

  /** Gives the end of an app that no longer answers a moment to be noticed, so that it is told as what it is. */
  async settle({ port, ready }: AppStart): Promise<void> {
    if (this.#over || (await answers(port, ready))) return;
    await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
  }

  /** Ends the app; only the first reason counts. */
  end(reason: AppEnd, detail: string, kill = true): void {
    if (this.#over) return;
    this.#over = true;
    clearInterval(this.#watch);
    if (kill) this.#child.kill('SIGKILL');
    this.#events.onEnded(reason, detail);
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
    const { threads, residentBytes } = usageBelow(this.#child.pid ?? 0);
    const { memoryMegabytes, processes, outputKilobytes } = this.#limits;
    if (residentBytes > memoryMegabytes * 1024 * 1024) {
      this.end('memory', `the app used more than ${memoryMegabytes} MB of memory`);
    } else if (threads > processes) {
      this.end('processes', `the app started more than ${processes} processes and threads`);
    } else if (statSync(logFile).size > outputKilobytes * 1024) {
      this.end('output', `the app printed more than ${outputKilobytes} KB`);
    }
  }

  #fromLauncher(line: string): void {
    let message: { say?: unknown; output?: unknown; diagnostics?: unknown };
    try {
      message = JSON.parse(line);
    } catch {
      return;
    }
    if (message.say === 'warm') this.#events.onWarm();
    if (message.say !== 'build-failed' || this.#over) return;
    this.#over = true;
    clearInterval(this.#watch);
    this.#child.kill('SIGKILL');
    const diagnostics = Array.isArray(message.diagnostics) ? message.diagnostics.slice(0, 100) : [];
    this.#events.onBuildFailed(String(message.output ?? '').slice(0, shownLogBytes), diagnostics);
  }
}

const exitDetail = (code: number | null, signal: string | null): string =>
  signal ? `the app was ended by ${signal}` : `the app ended with status ${code}`;

function answers(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path, agent: false, timeout: 2000 }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 500);
    });
    asked.on('error', () => resolve(false));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
}
