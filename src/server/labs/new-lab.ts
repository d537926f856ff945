import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LabLanguage } from '#core/content/lab.ts';
import { identifier } from '#core/content/question.ts';
import type { FolderProblem } from './work-folder.ts';
import { writeFile } from './write-file.ts';

export type NewLab = {
  readonly slug: string;
  readonly language: LabLanguage;
  /** The folder of the pack; made when it does not exist or is empty. */
  readonly pack: string;
};

const skeletons = fileURLToPath(new URL('./skeleton', import.meta.url));
/** What the placeholders of the common files stand for in a language. */
const valuesFile = 'values.json';

/** Writes a small lab that works into a pack, to be changed step by step. Nothing is overwritten. */
export function writeNewLab({ slug, language, pack }: NewLab): FolderProblem | undefined {
  const problem = slugProblem(slug) ?? packProblem(pack);
  if (problem) return problem;
  const folder = join(pack, 'labs', slug);
  if (lstatSync(folder, { throwIfNoEntry: false })) {
    return { message: `${folder} exists already.`, mend: 'Choose another name for the lab.' };
  }
  const files = new Map([...filesIn('common'), ...filesIn(language)]);
  const values: Record<string, string> = JSON.parse(files.get(valuesFile) ?? '{}');
  files.delete(valuesFile);
  if (!existsSync(join(pack, 'pack.yaml'))) writeFile(join(pack, 'pack.yaml'), manifestOf(pack));
  for (const [path, content] of files) writeFile(join(folder, path), fillIn(content, values));
  return undefined;
}

const slugProblem = (slug: string): FolderProblem | undefined =>
  identifier.safeParse(slug).success
    ? undefined
    : {
        message: `${slug} cannot be the name of a lab.`,
        mend: 'Use lower-case words joined by hyphens, such as "shared-calendar".',
      };

function packProblem(pack: string): FolderProblem | undefined {
  const there = lstatSync(pack, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) {
    return { message: `${pack} is not a folder.`, mend: 'Give --pack a folder.' };
  }
  if (!there || existsSync(join(pack, 'pack.yaml')) || readdirSync(pack).length === 0) return undefined;
  return {
    message: `${pack} is not empty and holds no pack.yaml.`,
    mend: 'Give --pack the folder of a pack, or a folder that is empty or does not exist yet.',
  };
}

/** The files of a skeleton, by path; a language's files take the place of common ones. */
function filesIn(skeleton: string): [string, string][] {
  const root = join(skeletons, skeleton);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    });
}

const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/<([a-z-]+)>/g, (whole, name: string) => values[name] ?? whole);

function manifestOf(pack: string): string {
  const name = basename(resolve(pack))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `id: ${identifier.safeParse(name).success && name !== 'own' ? name : 'my-pack'}
title: My labs
version: 0.1.0 # three numbers
license: CC-BY-4.0 # of the texts
`;
}
