import type { LabLanguage } from '#core/content/lab.ts';
import { Cell } from './cell.ts';

export type PoolOptions = {
  /** The command line that starts a cell of a language. */
  readonly command: (language: LabLanguage) => readonly string[];
  /** Cells that may work at once. */
  readonly atOnce: number;
  /** Whether to keep a cell of a language ready once the language was used. */
  readonly keepWarm: boolean;
};

type Waiting = { readonly take: () => void; readonly moved: (position: number) => void };

/** Hands out single-use cells, keeps one of each used language warm, and queues what is more than the machine can do. */
export class CellPool {
  readonly #options: PoolOptions;
  readonly #warm = new Map<LabLanguage, Cell>();
  readonly #working = new Set<Cell>();
  readonly #queue: Waiting[] = [];
  #taken = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Starts a cell ahead of its use. */
  prepare(language: LabLanguage): void {
    if (this.#closed || this.#warm.has(language)) return;
    const cell = new Cell(this.#options.command(language));
    this.#warm.set(language, cell);
    const forget = (): void => {
      if (this.#warm.get(language) === cell) this.#warm.delete(language);
    };
    cell.ended.then(forget);
    // One that waited too long ends itself and gives its memory back.
    cell.listen((event) => {
      if (event.event !== 'app-ended' || this.#working.has(cell)) return;
      forget();
      void cell.end();
    });
  }

  /**
   * Waits for a turn and returns a warm cell; `onQueued` hears the position whenever it changes. Rejects when the
   * signal is aborted, or when the sandbox does not start.
   */
  async take(
    language: LabLanguage,
    onQueued: (position: number) => void,
    signal?: AbortSignal,
  ): Promise<Cell> {
    await this.#turn(onQueued, signal);
    let cell: Cell | undefined;
    try {
      cell = this.#warm.get(language) ?? new Cell(this.#options.command(language));
      this.#warm.delete(language);
      this.#working.add(cell);
      await cell.warm;
      signal?.throwIfAborted();
      return cell;
    } catch (error) {
      if (cell) await this.giveBack(cell);
      else this.#leave();
      throw error;
    }
  }

  /** Ends a cell that was taken, lets the next one in line start, and makes a new one ready. */
  async giveBack(cell: Cell, language?: LabLanguage): Promise<void> {
    if (!this.#working.delete(cell)) return;
    await cell.end();
    this.#leave();
    if (language && this.#options.keepWarm) this.prepare(language);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#warm.values(), ...this.#working].map((cell) => cell.end()));
  }

  #turn(onQueued: (position: number) => void, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#taken < this.#options.atOnce) {
      this.#taken += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        take: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
        moved: onQueued,
      };
      const leave = (): void => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1);
        this.#tellPositions();
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave);
      this.#queue.push(waiting);
      onQueued(this.#queue.length);
    });
  }

  /** Ends a turn and lets the next one in line start. */
  #leave(): void {
    this.#taken -= 1;
    const next = this.#queue.shift();
    if (!next) return;
    this.#taken += 1;
    next.take();
    this.#tellPositions();
  }

  #tellPositions(): void {
    for (const [index, { moved }] of this.#queue.entries()) moved(index + 1);
  }
}
