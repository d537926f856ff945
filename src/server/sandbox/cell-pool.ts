import { Cell } from './cell.ts';
import type { CellKind } from './sandbox.ts';

/** How a cell is started, and the stamp of the toolchain that it would hold. */
export type CellRecipe = { readonly command: readonly string[]; readonly stamp: string };

export type PoolOptions = {
  /** Read anew for every cell, since a toolchain can be prepared again while the server runs. */
  readonly recipe: (kind: CellKind) => CellRecipe;
  /** Cells that may work at once. */
  readonly atOnce: number;
  /** Whether to keep a cell of a kind ready once one was used. */
  readonly keepWarm: boolean;
};

type Warm = { readonly cell: Cell; readonly stamp: string };
type Waiting = { readonly take: () => void; readonly moved: (position: number) => void };

/** Hands out single-use cells, keeps one of each used kind warm, and queues what is more than the machine can do. */
export class CellPool {
  readonly #options: PoolOptions;
  readonly #warm = new Map<string, Warm>();
  readonly #working = new Set<Cell>();
  readonly #queue: Waiting[] = [];
  #taken = 0;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Starts a cell ahead of its use. */
  prepare(kind: CellKind): void {
    if (this.#closed) return;
    const { command, stamp } = this.#options.recipe(kind);
    const name = nameOf(kind);
    if (this.#warm.get(name)?.stamp === stamp) return;
    this.#takeWarm(name, stamp);
    const cell = new Cell(command);
    this.#warm.set(name, { cell, stamp });
    const forget = (): void => {
      if (this.#warm.get(name)?.cell === cell) this.#warm.delete(name);
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
  async take(kind: CellKind, onQueued: (position: number) => void, signal?: AbortSignal): Promise<Cell> {
    await this.#turn(onQueued, signal);
    let cell: Cell | undefined;
    try {
      const { command, stamp } = this.#options.recipe(kind);
      cell = this.#takeWarm(nameOf(kind), stamp) ?? new Cell(command);
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
  async giveBack(cell: Cell, kind?: CellKind): Promise<void> {
    if (!this.#working.delete(cell)) return;
    await cell.end();
    this.#leave();
    if (kind && this.#options.keepWarm) this.#prepareAgain(kind);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const warm = [...this.#warm.values()].map(({ cell }) => cell);
    await Promise.all([...warm, ...this.#working].map((cell) => cell.end()));
  }

  /** The run is over whatever comes of the next cell; a toolchain that is gone by now is told by the next run. */
  #prepareAgain(kind: CellKind): void {
    try {
      this.prepare(kind);
    } catch {
      // Nothing waits warm, as before the first run.
    }
  }

  /** The cell that waits warm; one that holds another toolchain than there is now is ended instead. */
  #takeWarm(name: string, stamp: string): Cell | undefined {
    const warm = this.#warm.get(name);
    this.#warm.delete(name);
    if (!warm || warm.stamp === stamp) return warm?.cell;
    void warm.cell.end();
    return undefined;
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

const nameOf = ({ language, pages }: CellKind): string => (pages ? `${language} with pages` : language);
