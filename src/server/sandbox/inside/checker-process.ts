import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { CheckerCommand, CheckerEvent } from '../protocol.ts';
import { onLines, sayTo } from './lines.ts';
import { ownBytesBelow } from './process-table.ts';

const watchMilliseconds = 50;

export type CheckerProcessOptions = {
  readonly command: readonly string[];
  readonly memoryMegabytes: number;
  readonly onEvent: (event: CheckerEvent) => void;
  readonly onEnded: (detail: string) => void;
  /** It holds more memory than it may; called once. */
  readonly onTooLarge: () => void;
};

/** The sandbox of the checks; what it says on its own pipe is passed on. */
export class CheckerProcess {
  readonly #child: ChildProcess;
  readonly say: (command: CheckerCommand) => void;

  constructor({ command, memoryMegabytes, onEvent, onEnded, onTooLarge }: CheckerProcessOptions) {
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
    let complaints = '';
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk.toString('utf8')).slice(-4000);
    });
    this.#child.stdin?.on('error', () => undefined);
    this.say = sayTo<CheckerCommand>(this.#child.stdin as Writable);
    onLines(this.#child.stdio[3] as Readable, (line) => onEvent(JSON.parse(line) as CheckerEvent));
    const watch = setInterval(() => {
      if (ownBytesBelow(this.#child.pid ?? 0) <= memoryMegabytes * 1024 * 1024) return;
      clearInterval(watch);
      onTooLarge();
    }, watchMilliseconds);
    this.#child.on('close', () => {
      clearInterval(watch);
      onEnded(complaints);
    });
  }
}
