import type { Cell } from './cell.ts';
import type { CheckResult, SupervisorEvent } from './protocol.ts';
import type { RunOptions, Verdict } from './sandbox.ts';

type Seen = { tests: CheckResult[]; planned: number; ready: boolean };

/** Follows the events of a cell to a verdict. The verdict is put together here, outside every sandbox. */
export function judge(cell: Cell, options: RunOptions): Promise<Verdict> {
  const began = performance.now();
  const seen: Seen = { tests: [], planned: 0, ready: false };
  return new Promise((resolve) => {
    const stop = cell.listen((event) => {
      if (event.event === 'ready') {
        seen.ready = true;
        cell.say({ do: 'check', watch: options.onSighting !== undefined });
      }
      if (event.event === 'from-checker') follow(event, seen, options);
      const verdict = verdictOf(event, seen);
      if (!verdict) return;
      stop();
      resolve({ ...verdict, durationMs: Math.round(performance.now() - began) });
    });
  });
}

function follow(
  { message }: Extract<SupervisorEvent, { event: 'from-checker' }>,
  seen: Seen,
  { onProgress, onSighting }: RunOptions,
): void {
  if (message.say === 'planned') {
    seen.planned = message.checks.length;
    onProgress?.({ step: 'checking', checks: message.checks });
  }
  if (message.say === 'result') {
    seen.tests.push(message.result);
    onProgress?.({ step: 'checked', result: message.result });
  }
  if (message.say === 'watched') onSighting?.(message.sighting);
}

type Judgment = Omit<Verdict, 'durationMs'>;

/** The judgment that an event brings, or undefined when the run goes on. */
export function verdictOf(
  event: SupervisorEvent,
  seen: Seen = { tests: [], planned: 0, ready: false },
): Judgment | undefined {
  switch (event.event) {
    case 'build-failed':
      return {
        ...empty,
        outcome: 'build-failed',
        diagnostics: event.diagnostics,
        output: event.output,
        message: 'The app does not build or start.',
      };
    case 'app-ended':
      return { ...empty, ...endedBy(event, seen), tests: seen.tests, output: event.log };
    case 'checked':
      return { ...empty, ...checked(seen), tests: seen.tests, output: event.log };
    case 'failed':
      return { ...empty, outcome: 'runner-failed', tests: seen.tests, message: event.message };
    case 'warm':
    case 'ready':
    case 'from-checker':
      return undefined;
  }
}

const empty = { message: '', tests: [], diagnostics: [], output: '' } as const;

function endedBy(
  { reason, detail }: Extract<SupervisorEvent, { event: 'app-ended' }>,
  seen: Seen,
): Pick<Judgment, 'outcome' | 'message'> {
  if (reason === 'idle')
    return { outcome: 'runner-failed', message: 'The sandbox had waited too long; run it again.' };
  if (reason === 'exit' && !seen.ready)
    return { outcome: 'build-failed', message: `The app does not start: ${detail}.` };
  const during = seen.ready ? 'while the checks ran' : 'before it answered';
  return { outcome: 'fail', message: `The app was stopped ${during}: ${detail}.` };
}

function checked({ tests, planned }: Seen): Pick<Judgment, 'outcome' | 'message'> {
  if (planned === 0) return { outcome: 'runner-failed', message: 'The lab has no checks.' };
  const broken = tests.find(({ status }) => status === 'error');
  if (broken) return { outcome: 'runner-failed', message: `The check ${broken.id} failed by itself.` };
  const failed = tests.some(({ status }) => status === 'fail');
  return { outcome: failed || tests.length < planned ? 'fail' : 'pass', message: '' };
}
