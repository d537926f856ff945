import type { TextFile } from '#web/ui/api/lab-types.ts';

/** Changed files by path; null is a deleted one. */
export type Changes = Readonly<Record<string, string | null>>;
export type FileState = 'same' | 'changed' | 'new' | 'deleted';

export const originalOf = (app: readonly TextFile[], path: string): string | null =>
  app.find((file) => file.path === path)?.content ?? null;

/** The app as it is with the changes, in path order. */
export function changedApp(app: readonly TextFile[], changes: Changes): readonly TextFile[] {
  const files = new Map(app.map(({ path, content }) => [path, content]));
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) files.delete(path);
    else files.set(path, content);
  }
  return [...files].map(([path, content]) => ({ path, content })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function stateOf(app: readonly TextFile[], changes: Changes, path: string): FileState {
  const change = changes[path];
  if (change === null) return 'deleted';
  if (change === undefined) return 'same';
  return originalOf(app, path) === null ? 'new' : 'changed';
}

/** A file written anew; one that is as it was is no change. */
export function withFile(
  app: readonly TextFile[],
  changes: Changes,
  { path, content }: TextFile,
): Record<string, string | null> {
  const { [path]: _before, ...rest } = changes;
  return originalOf(app, path) === content ? rest : { ...rest, [path]: content };
}

export function withoutFile(
  app: readonly TextFile[],
  changes: Changes,
  path: string,
): Record<string, string | null> {
  const { [path]: _before, ...rest } = changes;
  return originalOf(app, path) === null ? rest : { ...rest, [path]: null };
}

export function withReset(changes: Changes, path: string): Record<string, string | null> {
  const { [path]: _before, ...rest } = changes;
  return rest;
}

/** Why a file cannot be added under this path; undefined when it can. */
export function hindranceOfPath(
  app: readonly TextFile[],
  changes: Changes,
  path: string,
): string | undefined {
  if (!/^[\w.@-]+(\/[\w.@-]+)*$/.test(path) || path.split('/').some((part) => part === '..' || part === '.'))
    return 'Write a path inside the app, such as src/check.js.';
  const files = changedApp(app, changes);
  if (files.some((file) => file.path === path)) return 'There is such a file already.';
  const clash = files.some((file) => file.path.startsWith(`${path}/`) || path.startsWith(`${file.path}/`));
  return clash ? 'A file and a folder cannot have the same name.' : undefined;
}
