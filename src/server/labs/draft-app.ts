import { appPath, type Lab, type TextFile } from '#core/content/lab.ts';
import type { LabDraft } from '#server/storage/lab-session.ts';

const mostBytes = 2 * 1024 * 1024;

export type DraftedApp =
  | { readonly ok: true; readonly app: readonly TextFile[] }
  | { readonly ok: false; readonly message: string };

/** The lab's app with the candidate's changes laid over it. */
export function draftedApp(lab: Lab, files: LabDraft['files']): DraftedApp {
  const app = new Map(lab.app.map(({ path, content }) => [path, content]));
  for (const [path, content] of Object.entries(files)) {
    if (!appPath.safeParse(path).success)
      return { ok: false, message: `${path} is not a path inside the app.` };
    if (content === null) app.delete(path);
    else app.set(path, content);
  }
  const paths = [...app.keys()].sort();
  const clash = paths.find((path, at) => paths[at + 1]?.startsWith(`${path}/`));
  if (clash) return { ok: false, message: `${clash} cannot be both a file and a folder.` };
  const bytes = [...app.values()].reduce((sum, content) => sum + content.length, 0);
  if (bytes > mostBytes) return { ok: false, message: 'The app has more than 2 MB.' };
  return { ok: true, app: paths.map((path) => ({ path, content: app.get(path) ?? '' })) };
}
