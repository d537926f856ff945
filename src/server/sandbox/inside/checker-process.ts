import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { CheckerCommand, CheckerEvent } from '../protocol.ts';
import { onLines, sayTo } from './lines.ts';

/** The sandbox of the checks; what it says on its own pipe is passed on. */
export class CheckerProcess {
  readonly #child: ChildProcess;
  readonly say: (command: CheckerCommand) => void;

  constructor(
    command: readonly string[],
    events: { readonly onEvent: (event: CheckerEvent) => void; readonly onEnded: (detail: string) => void },
  ) {
    const [program = '', ...args] = command;
    this.#child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe', 'pipe'] });
    let complaints = '';
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      complaints = (complaints + chunk.toString('utf8')).slice(-4000);
    });
    this.#child.stdin?.on('error', () => undefined);
    this.say = sayTo<CheckerCommand>(this.#child.stdin as Writable);
    onLines(this.#child.stdio[3] as Readable, (line) => events.onEvent(JSON.parse(line) as CheckerEvent));
    this.#child.on('close', () => events.onEnded(complaints));
  }
}
