import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ownPack, type PackManifest } from '#core/content/pack.ts';
import type { Problem } from '#core/content/problem.ts';
import { identifier } from '#core/content/question.ts';
import { listLab } from './lab-files.ts';
import type { ContentLibrary } from './library.ts';
import { type LintOptions, lintPack } from './lint-pack.ts';
import { listPack } from './pack-files.ts';
import { addedPacks } from './pack-folders.ts';
import { listScenario } from './scenario-files.ts';
import { fileProblem } from './source-file.ts';
import { inStaging } from './staging.ts';
import { ArchiveError, unpackZip } from './unpack-zip.ts';

export type InstallOptions = {
  /** A folder or a zip archive. */
  readonly source: string;
  readonly home: string;
  readonly library: ContentLibrary;
  readonly deepCheck?: LintOptions['deepCheck'];
};

export type Installed =
  | {
      readonly installed: true;
      readonly manifest: PackManifest;
      readonly questions: number;
      readonly labs: number;
      readonly problems: readonly Problem[];
    }
  | { readonly installed: false; readonly problems: readonly Problem[] };

/**
 * Copies a pack into the user's packs after all its checks have passed. Works in a staging folder and moves the
 * result into place in one step, so that a failure or a kill leaves what was there before.
 */
export function installPack(options: InstallOptions): Promise<Installed> {
  return inStaging(options.home, async (staging) => {
    const staged = await stage(options.source, staging);
    if ('problem' in staged) return { installed: false, problems: [staged.problem] };
    return checkAndMove(options, staged.folder, addedPacks(options.home));
  });
}

/** Removes an added pack. Returns false when there is none of that id. */
export function removePack(home: string, id: string): boolean {
  if (!identifier.safeParse(id).success) return false;
  const folder = join(addedPacks(home), id);
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  rmSync(folder, { recursive: true });
  return true;
}

async function stage(source: string, staging: string): Promise<{ folder: string } | { problem: Problem }> {
  const stat = lstatSync(source, { throwIfNoEntry: false });
  if (!stat)
    return { problem: fileProblem(source, 'no-pack', 'There is no such file or folder.', 'Check the path.') };
  if (stat.isDirectory()) return stageFolder(source, staging);
  if (!stat.isFile())
    return {
      problem: fileProblem(source, 'no-pack', 'This is neither a folder nor a zip.', 'Name the pack itself.'),
    };
  try {
    await unpackZip(source, staging);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return {
      problem: fileProblem(
        source,
        'bad-archive',
        error.message,
        'Make the archive again from the pack folder.',
      ),
    };
  }
  return { folder: rootOf(staging) };
}

/** Archives often hold one folder that holds the pack. */
function rootOf(staging: string): string {
  const [only, ...others] = readdirSync(staging);
  const inside = only !== undefined && others.length === 0 ? join(staging, only) : staging;
  return existsSync(join(inside, 'pack.yaml')) ? inside : staging;
}

function stageFolder(source: string, staging: string): { folder: string } | { problem: Problem } {
  const files = listPack(source);
  const folders = [
    ...files.labs.map((slug) => listLab(source, slug)),
    ...files.scenarios.map((slug) => listScenario(source, slug)),
  ];
  const all = [
    'pack.yaml',
    ...files.questions,
    ...files.lexicons,
    ...files.redFlags,
    ...files.guides,
    ...files.threatRules,
    ...files.triage,
    ...folders.flatMap((listed) => listed.files),
  ];
  const problems = [...files.problems, ...folders.flatMap((listed) => listed.problems)];
  const link = problems.find((problem) => problem.severity === 'error');
  if (link) return { problem: link };
  for (const file of all) {
    const stat = lstatSync(join(source, file), { throwIfNoEntry: false });
    if (stat && !stat.isFile())
      return {
        problem: fileProblem(
          file,
          'no-links',
          'This is not a regular file.',
          'Put the file itself in its place.',
        ),
      };
    if (!stat) continue;
    mkdirSync(join(staging, file, '..'), { recursive: true });
    copyFileSync(join(source, file), join(staging, file));
  }
  return { folder: staging };
}

async function checkAndMove(options: InstallOptions, folder: string, packs: string): Promise<Installed> {
  const takenSlugs = new Map(
    [...options.library.prompts.values()].map((prompt) => [prompt.slug, prompt.pack]),
  );
  const takenLabs = new Map([...options.library.labs.values()].map(({ slug, pack }) => [slug, pack]));
  const { manifest, problems, questions, labs } = await lintPack({
    folder,
    takenSlugs,
    takenLabs,
    ...(options.deepCheck && { deepCheck: options.deepCheck }),
  });
  const taken = options.library.packs.find((pack) => pack.manifest.id === manifest?.id);
  if (taken) {
    const mend = taken.removable
      ? `Remove it first: hotseat content remove ${taken.manifest.id}`
      : 'Choose another id.';
    const problem = fileProblem(
      'pack.yaml',
      'pack-exists',
      `A pack \`${taken.manifest.id}\` is already there.`,
      mend,
    );
    return { installed: false, problems: [problem] };
  }
  if (manifest?.id === ownPack) {
    const problem = fileProblem(
      'pack.yaml',
      'pack-id-reserved',
      `The id \`${ownPack}\` stands for the user's own questions.`,
      'Choose another id.',
    );
    return { installed: false, problems: [problem] };
  }
  if (!manifest || problems.some((problem) => problem.severity === 'error'))
    return { installed: false, problems };
  renameSync(folder, join(packs, manifest.id));
  return { installed: true, manifest, questions, labs, problems };
}
