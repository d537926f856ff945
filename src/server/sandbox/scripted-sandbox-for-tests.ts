import { setImmediate } from 'node:timers/promises';
import type { CheckResult, WireRequest } from './protocol.ts';
import type { Exchanged, RunOptions, Sandbox, Submission, Verdict } from './sandbox.ts';

export const checkResult = (id: string, more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  name: `Name of ${id}`,
  kind: 'exploit',
  finding: 'title-search',
  hidden: false,
  status: 'pass',
  message: '',
  request: '',
  output: '',
  milliseconds: 1,
  ...more,
});

export const verdictOf = (tests: readonly CheckResult[], more: Partial<Verdict> = {}): Verdict => ({
  outcome: tests.every(({ status }) => status === 'pass') ? 'pass' : 'fail',
  message: '',
  tests,
  diagnostics: [],
  output: 'started',
  durationMs: 5,
  ...more,
});

/** A sandbox that runs nothing and answers with what the test says. */
export function scriptedSandbox(judge: (submission: Submission, options: RunOptions) => Promise<Verdict>) {
  const served: Submission[] = [];
  let closed = 0;
  let open = 0;
  let mostAtOnce = 0;
  const exchange = async ({ path }: WireRequest): Promise<Exchanged> => {
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    await setImmediate();
    open -= 1;
    const body = path === '/long' ? Buffer.alloc(150_000).toString('base64') : '';
    return {
      response: { status: 200, headers: [['X-Path', path]], body, milliseconds: 1 },
      evidence: path === '/leak' ? [{ finding: 'title-search', message: 'the secret is out' }] : [],
    };
  };
  const sandbox: Sandbox = {
    available: () => ({ ready: true, version: '1.0' }),
    prepare: () => undefined,
    run: async (submission, options = {}) => {
      const verdict = await judge(submission, options);
      options.onProgress?.({ step: 'building' });
      options.onProgress?.({ step: 'checking', checks: verdict.tests });
      for (const result of verdict.tests) options.onProgress?.({ step: 'checked', result });
      return verdict;
    },
    serve: async (submission) => {
      served.push(submission);
      return {
        ok: true,
        app: {
          exchange,
          exchangeAtOnce: (request, times) =>
            Promise.all(Array.from({ length: times }, () => exchange(request))),
          ended: new Promise(() => undefined),
          close: async () => {
            closed += 1;
          },
        },
      };
    },
    close: async () => undefined,
  };
  return { sandbox, served, closed: () => closed, mostAtOnce: () => mostAtOnce };
}
