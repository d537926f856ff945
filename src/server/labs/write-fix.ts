import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { patchFiles } from '#core/content/apply-patch.ts';
import { blankFix } from '#core/content/blank-fix.ts';
import type { TextFile } from '#core/content/lab.ts';
import { listLab } from '#server/packs/lab-files.ts';
import { readSourceFile } from '#server/packs/source-file.ts';
import { type FolderProblem, readWorkFolder } from './work-folder.ts';
import { writeFile } from './write-file.ts';

export type NewFix = {
  /** The folder of the pack. */
  readonly pack: string;
  readonly slug: string;
  /** `reference`, `accept-*` or `reject-*`. */
  readonly name: string;
  /** A work folder of the lab, with the change made in its `app/`. */
  readonly from: string;
};

export type WrittenFix = {
  readonly files: readonly string[];
  /** Whether there was no `fix.yaml`, so that one was made to be filled in. */
  readonly blank: boolean;
};

/** Writes what a work folder changed as a fix of its lab. Nothing is overwritten. */
export function writeFix({ pack, slug, name, from }: NewFix): WrittenFix | FolderProblem {
  const folder = join(pack, 'labs', slug, 'fixes', name);
  const problem = nameProblem(name) ?? takenProblem(folder);
  if (problem) return problem;
  const work = readWorkFolder(from);
  if ('message' in work) return work;
  if (work.slug !== slug) {
    return {
      message: `${from} is a work folder of the lab ${work.slug}.`,
      mend: `Open ${slug} with: hotseat labs open ${slug} --dir FOLDER`,
    };
  }
  const app = appOf(pack, slug);
  if ('message' in app) return app;
  const change = changeBetween(app, work.app);
  if ('message' in change) return change;
  writeFile(join(folder, 'change.patch'), change.patch);
  const described = join(folder, 'fix.yaml');
  const blank = !existsSync(described);
  if (blank) writeFile(described, blankFixFile(name));
  return { files: change.files, blank };
}

const nameProblem = (name: string): FolderProblem | undefined =>
  /^(?:reference|(?:accept|reject)-[a-z0-9]+(?:-[a-z0-9]+)*)$/.test(name)
    ? undefined
    : {
        message: `${name} is no name of a fix.`,
        mend: 'Name it reference, accept-… or reject-…, in lower-case words joined by hyphens.',
      };

const takenProblem = (folder: string): FolderProblem | undefined =>
  existsSync(join(folder, 'change.patch'))
    ? {
        message: `${join(folder, 'change.patch')} exists already.`,
        mend: 'Remove it first to write it anew, or choose another name.',
      }
    : undefined;

/** The app as it stands in the pack; the rest of the lab may be unfinished. */
function appOf(pack: string, slug: string): readonly TextFile[] | FolderProblem {
  const root = `labs/${slug}/app/`;
  const { files, problems } = listLab(pack, slug);
  const first = problems.find(({ severity }) => severity === 'error');
  if (first) return { message: `${first.file}: ${first.message}`, mend: first.mend };
  const app: TextFile[] = [];
  for (const file of files.filter((path) => path.startsWith(root))) {
    const read = readSourceFile(pack, file);
    if ('problem' in read) return { message: `${file}: ${read.problem.message}`, mend: read.problem.mend };
    app.push({ path: file.slice(root.length), content: read.source.text });
  }
  return app;
}

type Change = { readonly patch: string; readonly files: readonly string[] };

function changeBetween(before: readonly TextFile[], after: readonly TextFile[]): Change | FolderProblem {
  const old = new Map(before.map(({ path, content }) => [path, content]));
  const now = new Map(after.map(({ path, content }) => [path, content]));
  const files = [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .filter((path) => old.get(path) !== now.get(path));
  if (files.length === 0) {
    return {
      message: 'The work folder changes nothing.',
      mend: 'Edit the app in it first; the lab must not have changed since it was opened.',
    };
  }
  const patch = files.map((path) => patchOf(path, old.get(path), now.get(path))).join('');
  const patched = patchFiles(before, patch);
  const same =
    patched.ok &&
    patched.files.length === now.size &&
    patched.files.every(({ path, content }) => now.get(path) === content);
  if (same) return { patch, files };
  return {
    message: 'The change cannot be written as a patch.',
    mend: 'Leave no added file empty, and keep the line endings as they are.',
  };
}

function patchOf(path: string, before: string | undefined, after: string | undefined): string {
  const names = [
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
  ] as const;
  const text = createTwoFilesPatch(...names, before ?? '', after ?? '', undefined, undefined, { context: 3 });
  return text.replace(/^=+\n/, '');
}

function blankFixFile(name: string): string {
  const fails = name.startsWith('reject-') ? 'fails: [] # ids of the checks that have to fail\n' : '';
  return `title: ${blankFix.title}
explains: >- # Markdown
  ${blankFix.explains}
${fails}`;
}
