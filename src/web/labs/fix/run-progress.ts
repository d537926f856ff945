import type { CheckResult, LabSession } from '#web/ui/api/lab-types.ts';

export type PlannedCheck = Pick<CheckResult, 'id' | 'name' | 'kind'>;

/** What the server tells while it runs a fix, one line each. */
export type RunLine =
  | { readonly step: 'queued'; readonly position: number }
  | { readonly step: 'building' }
  | { readonly step: 'checking'; readonly checks: readonly PlannedCheck[] }
  | { readonly step: 'checked'; readonly result: CheckResult }
  | { readonly step: 'done'; readonly session: LabSession }
  | { readonly step: 'failed'; readonly message: string; readonly mend: string };

export type RunProgress = {
  /** What goes on now, in a few words. */
  readonly saying: string;
  readonly planned: readonly PlannedCheck[];
  readonly results: readonly CheckResult[];
};

export const noProgress: RunProgress = { saying: 'Sending the files', planned: [], results: [] };

export function afterLine(progress: RunProgress, line: RunLine): RunProgress {
  switch (line.step) {
    case 'queued':
      return { ...progress, saying: `Waiting in line, place ${line.position}` };
    case 'building':
      return { ...progress, saying: 'Building and starting the app' };
    case 'checking':
      return { saying: 'Checking', planned: line.checks, results: [] };
    case 'checked':
      return { ...progress, results: [...progress.results, line.result] };
    case 'done':
    case 'failed':
      return progress;
  }
}

/** Splits a stream of JSON lines; a line may come in pieces. */
export async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<RunLine> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    // Each line is what the server's run route writes.
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as RunLine;
    if (done) return;
  }
}
