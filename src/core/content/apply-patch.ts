import { applyPatch, parsePatch, reversePatch, type StructuredPatch } from 'diff';
import type { TextFile } from './lab.ts';

export type Patched =
  | { readonly ok: true; readonly files: readonly TextFile[] }
  /** `message` says which file does not fit, in one sentence. */
  | { readonly ok: false; readonly message: string };

/**
 * Applies a unified diff (paths `a/…` and `b/…`, as git writes them) to files and returns all files after it, in
 * path order. Context must match exactly. With `reverse`, takes the change back.
 */
export function patchFiles(files: readonly TextFile[], patch: string, reverse = false): Patched {
  let changes: readonly StructuredPatch[];
  try {
    changes = parsePatch(patch).filter(
      ({ hunks, oldFileName }) => hunks.length > 0 || oldFileName !== undefined,
    );
  } catch (error) {
    return { ok: false, message: `This is not a unified diff: ${(error as Error).message}.` };
  }
  if (changes.length === 0) return { ok: false, message: 'The patch changes nothing.' };
  const now = new Map(files.map(({ path, content }) => [path, content]));
  for (const change of changes) {
    const problem = patchOne(now, reverse ? reversePatch(change) : change);
    if (problem) return { ok: false, message: problem };
  }
  const paths = [...now.keys()].sort();
  return { ok: true, files: paths.map((path) => ({ path, content: now.get(path) ?? '' })) };
}

function patchOne(files: Map<string, string>, change: StructuredPatch): string | undefined {
  const before = pathOf(change.oldFileName);
  const after = pathOf(change.newFileName);
  const source = before === undefined ? '' : files.get(before);
  if (source === undefined) return `The patch changes ${before}, which is not there.`;
  const result = applyPatch(source, change, { fuzzFactor: 0, autoConvertLineEndings: false });
  if (result === false) return `The patch does not fit ${before ?? after}.`;
  if (before !== undefined) files.delete(before);
  if (after !== undefined) files.set(after, result);
  return undefined;
}

/** The path without git's prefix; undefined for a side on which the file does not exist. */
function pathOf(name: string | undefined): string | undefined {
  if (name === undefined || name === '/dev/null') return undefined;
  return name.replace(/^(?:[ab]|i|w)\//, '');
}
