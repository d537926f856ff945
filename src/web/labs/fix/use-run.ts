import { useEffect, useRef, useState } from 'react';
import { connection } from '#web/ui/api/connection.ts';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { ApiProblem, Unreachable } from '#web/ui/api/problem.ts';
import type { AtDesk } from '../desk/at-desk.ts';
import { afterLine, jsonLines, noProgress, type RunProgress } from './run-progress.ts';

export type Run = {
  /** Null while nothing runs. */
  readonly progress: RunProgress | null;
  readonly error: unknown;
  readonly start: () => void;
  readonly cancel: () => void;
};

async function bodyOf(pending: Promise<Response>): Promise<ReadableStream<Uint8Array>> {
  const response = await pending.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    connection.report(false);
    throw new Unreachable(error);
  });
  if (!response.ok || !response.body)
    throw new ApiProblem(response.status, await response.json().catch(() => null));
  return response.body;
}

const brokeOff = (): ApiProblem =>
  new ApiProblem(500, {
    title: 'The run broke off',
    detail: 'Hotseat stopped telling how it goes. It says nothing about your fix.',
    mend: 'Run it again.',
  });

/** Runs the fix on the server and follows its progress; leaving the page or cancelling ends it there too. */
export function useRun(desk: AtDesk): Run {
  const [progress, setProgress] = useState<RunProgress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const follow = async (signal: AbortSignal): Promise<void> => {
    const revision = await desk.saved();
    const body = await bodyOf(labCalls.run(desk.session.id, revision, signal));
    let now = noProgress;
    for await (const line of jsonLines(body)) {
      if (line.step === 'done') return desk.show(line.session);
      if (line.step === 'failed')
        throw new ApiProblem(500, { title: 'The run failed', detail: line.message, mend: line.mend });
      now = afterLine(now, line);
      setProgress(now);
    }
    throw brokeOff();
  };
  const start = (): void => {
    const controller = new AbortController();
    abort.current = controller;
    setError(null);
    setProgress(noProgress);
    follow(controller.signal)
      .catch((problem: unknown) => {
        if (!controller.signal.aborted) setError(problem);
      })
      .finally(() => setProgress(null));
  };
  return { progress, error, start, cancel: () => abort.current?.abort() };
}
