import type { LabLanguage } from '#core/content/lab.ts';
import { fillCanaries } from './canaries.ts';
import type { Cell } from './cell.ts';
import { CellPool, type CellRecipe } from './cell-pool.ts';
import { judge } from './judge.ts';
import {
  type CellKind,
  opensPages,
  type RunOptions,
  type Sandbox,
  type Served,
  type Submission,
  type Verdict,
} from './sandbox.ts';
import { serveApp } from './serve-app.ts';
import { readToolchain } from './toolchain.ts';

export type BubblewrapOptions = {
  /** Where setup prepared the toolchains. */
  readonly toolchains: string;
  readonly atOnce: number;
  readonly keepWarm: boolean;
  /** How a cell of a kind is started here and now. Throws where its toolchain is missing. */
  readonly recipe: (kind: CellKind) => CellRecipe;
  /** Whether namespaces work here at all, and the mend when not. */
  readonly probe: () =>
    | { readonly ready: true }
    | { readonly ready: false; readonly message: string; readonly mend: string };
};

/** The port on the loopback of each sandbox; no two sandboxes share one. */
const appPort = 8080;

/** The adapter that runs labs under bubblewrap. */
export function createBubblewrapSandbox(options: BubblewrapOptions): Sandbox {
  const { toolchains, atOnce, keepWarm, probe, recipe } = options;
  const pool = new CellPool({ atOnce, keepWarm, recipe });

  const available = (language: LabLanguage) => {
    const probed = probe();
    if (!probed.ready) return probed;
    const read = readToolchain(toolchains, language);
    return read.state === 'ready'
      ? { ready: true as const, version: read.toolchain.version }
      : { ready: false as const, message: read.message, mend: read.mend };
  };

  /** Takes a cell, loads the submission into it and works with it; the cell ends unless `work` keeps it. */
  const withCell = async <T>(
    { submission, options }: { submission: Submission; options: RunOptions },
    work: (cell: Cell) => Promise<T>,
  ): Promise<T> => {
    const { onProgress = () => undefined, signal } = options;
    const cell = await pool.take(
      kindOf(submission),
      (position) => onProgress({ step: 'queued', position }),
      signal,
    );
    const giveBack = (): Promise<void> => pool.giveBack(cell, kindOf(submission));
    signal?.addEventListener('abort', giveBack);
    try {
      onProgress({ step: 'building' });
      const working = work(cell);
      cell.say({
        do: 'load',
        app: submission.app,
        checks: submission.checks,
        ...fillCanaries(submission.run, appPort),
      });
      const result = await working;
      signal?.throwIfAborted();
      return result;
    } finally {
      signal?.removeEventListener('abort', giveBack);
    }
  };

  const run = async (submission: Submission, options: RunOptions = {}): Promise<Verdict> => {
    if (sizeOf(submission) > mostAppBytes) return tooLarge;
    const { signal } = options;
    try {
      return await withCell({ submission, options }, async (cell) => {
        const verdict = await judge(cell, options);
        await pool.giveBack(cell, kindOf(submission));
        return verdict;
      });
    } catch (error) {
      signal?.throwIfAborted();
      return runnerFailed(error);
    }
  };

  const serve = async (submission: Submission, options: RunOptions = {}): Promise<Served> => {
    if (sizeOf(submission) > mostAppBytes) return { ok: false, verdict: tooLarge };
    try {
      return await withCell({ submission, options }, (cell) =>
        serveApp(cell, () => pool.giveBack(cell, kindOf(submission))),
      );
    } catch (error) {
      options.signal?.throwIfAborted();
      return { ok: false, verdict: runnerFailed(error) };
    }
  };

  const prepare = (kind: CellKind): void => {
    if (available(kind.language).ready) pool.prepare(kind);
  };

  return { available, prepare, run, serve, close: () => pool.close() };
}

/** Far more than any app of a lab, and what the work folder of a sandbox takes beside a build. */
const mostAppBytes = 8 * 1024 * 1024;

const kindOf = ({ language, checks }: Submission): CellKind => ({ language, pages: opensPages(checks) });

const sizeOf = ({ app }: Submission): number => app.reduce((sum, { content }) => sum + content.length, 0);

const tooLarge: Verdict = {
  outcome: 'fail',
  message: 'The app is too large: all of its files together may have 8 MB.',
  tests: [],
  diagnostics: [],
  output: '',
  durationMs: 0,
};

const runnerFailed = (error: unknown): Verdict => ({
  outcome: 'runner-failed',
  message: error instanceof Error ? error.message : String(error),
  tests: [],
  diagnostics: [],
  output: '',
  durationMs: 0,
});
