import type { z } from 'zod';
import type { CheckResult } from '#server/sandbox/protocol.ts';
import type { PlannedCheck, Verdict } from '#server/sandbox/sandbox.ts';
import type { verdictView } from '../routes/schemas/lab.ts';

type VerdictView = z.infer<typeof verdictView>;

const hiddenName = (kind: CheckResult['kind']): string => `A hidden ${kind} check`;

/** A check as the candidate sees it: a hidden one is named only after it failed to hold. */
export function checkView({ id, name, hidden, finding, ...rest }: CheckResult): VerdictView['tests'][number] {
  const { kind, status, message, request, output, milliseconds } = rest;
  const shown = { kind, status, message, request, output, milliseconds };
  if (hidden && status === 'pass') return { id: null, name: hiddenName(kind), finding: null, ...shown };
  return { id, name, finding: finding ?? null, ...shown };
}

/** A check before it ran. */
export const plannedView = ({ id, name, kind, hidden }: PlannedCheck) =>
  hidden ? { id: null, name: hiddenName(kind), kind } : { id, name, kind };

export const viewOfVerdict = ({ tests, ...rest }: Verdict): VerdictView => ({
  ...rest,
  diagnostics: [...rest.diagnostics],
  tests: tests.map(checkView),
});
