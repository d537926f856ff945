import { patchFiles } from '#core/content/apply-patch.ts';
import type { Lab, LabFix, TextFile } from '#core/content/lab.ts';
import { opensPages, type Submission } from '#server/sandbox/sandbox.ts';

/** The app of a lab, as somebody changed it, with the lab's checks. */
export const submissionOf = (lab: Lab, app: readonly TextFile[] = lab.app): Submission => ({
  language: lab.language,
  app,
  checks: lab.checks,
  run: lab.run,
});

/** The app of a lab after one of its declared fixes. Throws when the patch does not fit; the linter says so before. */
export function appAfter(lab: Lab, fix: LabFix): readonly TextFile[] {
  const patched = patchFiles(lab.app, fix.patch);
  if (!patched.ok) throw new Error(`${lab.slug}/fixes/${fix.name}: ${patched.message}`);
  return patched.files;
}

/** Whether a lab's app has pages for a browser: its checks open them. */
export const hasPages = ({ checks }: Pick<Lab, 'checks'>): boolean => opensPages(checks);
