import { patchFiles } from '#core/content/apply-patch.ts';
import type { LabView, TextFile } from '#web/ui/api/lab-types.ts';
import { originalOf } from '../desk/work-files.ts';

export type Change = 'new' | 'changed' | 'same';

/** The app before the pull request; null for a lab that is none. */
export function baseOf({ app, pullRequest }: LabView): readonly TextFile[] | null {
  if (!pullRequest) return null;
  const patched = patchFiles(app, pullRequest.patch, true);
  return patched.ok ? patched.files : null;
}

export function changeOf(base: readonly TextFile[], { path, content }: TextFile): Change {
  const before = originalOf(base, path);
  if (before === null) return 'new';
  return before === content ? 'same' : 'changed';
}
