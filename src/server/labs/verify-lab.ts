import { isOlder } from '#core/content/is-older.ts';
import { type Lab, type LabFix, labLanguageNames } from '#core/content/lab.ts';
import type { Sandbox, Verdict } from '#server/sandbox/sandbox.ts';
import { appAfter, submissionOf } from './submission-of.ts';

export type TrialRole = 'untouched' | 'empty' | 'reference' | 'accept' | 'reject';

/** One version of a lab's app and what the sandbox said of it. */
export type Trial = {
  readonly name: string;
  readonly role: TrialRole;
  readonly verdict: Verdict;
  /** Whether the verdict is the declared one, for the declared reason. */
  readonly right: boolean;
  /** What is wrong, when it is not. */
  readonly because: string;
};

export type VerifyOptions = {
  readonly onTrial?: (trial: Trial) => void;
  readonly signal?: AbortSignal;
};

/** A fix that cannot be tried on this machine. */
export type SkippedFix = { readonly name: string; readonly because: string };

/** The fixes of a lab that need a newer toolchain than there is. */
export function skippedFixes({ language, fixes }: Lab, sandbox: Sandbox): readonly SkippedFix[] {
  const here = sandbox.available(language);
  if (!here.ready) return [];
  return fixes.flatMap(({ name, needs }) => {
    if (needs === undefined || !isOlder(here.version, needs)) return [];
    const because = `needs ${labLanguageNames[language]} ${needs}; here is ${here.version}`;
    return [{ name, because }];
  });
}

/**
 * Proves a lab by execution: the untouched app, the empty patch, and every declared fix, right and wrong, but those that
 * `skippedFixes` names.
 */
export async function verifyLab(
  lab: Lab,
  sandbox: Sandbox,
  options: VerifyOptions = {},
): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  const skipped = new Set(skippedFixes(lab, sandbox).map(({ name }) => name));
  for (const { name, role, fix } of versionsOf(lab).filter((version) => !skipped.has(version.name))) {
    const app = fix ? appAfter(lab, fix) : lab.app;
    const verdict = await sandbox.run(
      submissionOf(lab, app),
      options.signal ? { signal: options.signal } : {},
    );
    const because = fix && role === 'reject' ? whyNotRejected(verdict, fix) : whyNot(verdict, role);
    const trial: Trial = { name, role, verdict, right: because === '', because };
    trials.push(trial);
    options.onTrial?.(trial);
  }
  return trials;
}

type Version = { readonly name: string; readonly role: TrialRole; readonly fix?: LabFix };

const versionsOf = (lab: Lab): readonly Version[] => [
  { name: 'untouched app', role: 'untouched' },
  { name: 'empty patch', role: 'empty' },
  ...lab.fixes.map((fix) => ({ name: fix.name, role: fix.role, fix })),
];

const idsWith = ({ tests }: Verdict, status: string, kind?: string): string[] =>
  tests.filter((test) => test.status === status && (!kind || test.kind === kind)).map(({ id }) => id);

/** Why a verdict on the app as it is, or after a right fix, is not the declared one; empty when it is. */
function whyNot(verdict: Verdict, role: TrialRole): string {
  if (role === 'reference' || role === 'accept') {
    return verdict.outcome === 'pass' ? '' : `should pass: ${tellOutcome(verdict)}`;
  }
  if (verdict.outcome !== 'fail') return `should fail by its exploit checks: ${tellOutcome(verdict)}`;
  const broken = idsWith(verdict, 'fail', 'functional');
  if (broken.length > 0) return `functional checks fail: ${broken.join(', ')}`;
  const held = idsWith(verdict, 'pass', 'exploit');
  return held.length > 0 ? `exploit checks do not succeed: ${held.join(', ')}` : '';
}

/** Why a wrong fix is not rejected for the reason it declares. */
function whyNotRejected(verdict: Verdict, fix: LabFix): string {
  if (verdict.outcome !== 'fail') return `should fail: ${tellOutcome(verdict)}`;
  const failed = new Set(idsWith(verdict, 'fail'));
  const held = fix.fails.filter((id) => !failed.has(id));
  if (held.length > 0) return `declared checks do not fail: ${held.join(', ')}`;
  const undeclared = idsWith(verdict, 'fail', 'functional').filter((id) => !fix.fails.includes(id));
  return undeclared.length > 0
    ? `functional checks fail that are not declared: ${undeclared.join(', ')}`
    : '';
}

function tellOutcome(verdict: Verdict): string {
  const failed = idsWith(verdict, 'fail');
  const reasons = [verdict.message, failed.length > 0 ? `failed: ${failed.join(', ')}` : ''].filter(Boolean);
  return [verdict.outcome, ...reasons].join('; ');
}
