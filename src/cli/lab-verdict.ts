import type { CheckResult } from '#server/sandbox/protocol.ts';
import type { Verdict } from '#server/sandbox/sandbox.ts';

const contractVersion = 2;

/** The verdict as `labs check --json` prints it, in the manner of Exercism's test runners. */
export function contractOfVerdict({ outcome, message, tests, diagnostics, output, durationMs }: Verdict) {
  const status = outcome === 'pass' || outcome === 'fail' ? outcome : 'error';
  return {
    version: contractVersion,
    status,
    outcome,
    message,
    tests: tests.map(testOf),
    diagnostics,
    output,
    durationMs,
  };
}

/** A hidden check is named only after it failed to hold. */
function testOf({ id, name, kind, hidden, status, message, request, output }: CheckResult) {
  const named = hidden && status === 'pass' ? `hidden ${kind} check` : `${id}: ${name}`;
  return { name: named, kind, status, message, request, output };
}

/** 0 all passes; 1 the app fails or does not build; 2 the run broke on our side. */
export function exitStatusOf({ outcome }: Verdict): number {
  if (outcome === 'pass') return 0;
  return outcome === 'runner-failed' ? 2 : 1;
}
