import { Worker } from 'node:worker_threads';
import type { CheckedFile } from './check-question.ts';
import type { LoadedLibrary } from './loaded-library.ts';

export type BackgroundCheck = {
  /** Resolves once there is nothing left to check, or the check was stopped. */
  readonly done: Promise<void>;
  /** Keeps what was checked so far. */
  stop(): Promise<void>;
};

const entry = new URL('./check-worker.ts', import.meta.url);

/**
 * Checks the files that a library offers unchecked in a thread of its own, and leaves out what has errors. Should
 * the thread fail, the error is reported and what remains is checked when it is used.
 */
export function checkInBackground(library: LoadedLibrary, report: (error: unknown) => void): BackgroundCheck {
  const places = library.unchecked();
  if (places.length === 0) return { done: Promise.resolve(), stop: async () => {} };
  const worker = new Worker(entry, { workerData: places });
  worker.on('message', (files: readonly CheckedFile[]) => library.settle(files));
  worker.on('error', report);
  const done = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      library.save();
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    await worker.terminate();
    await done;
  };
  return { done, stop };
}
