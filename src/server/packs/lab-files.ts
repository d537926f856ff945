import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { appPath } from '#core/content/lab.ts';
import type { Problem } from '#core/content/problem.ts';
import { fileProblem, strayFile } from './source-file.ts';

/** The files of one lab, in name order, with paths relative to the pack. */
export type LabFiles = { readonly files: readonly string[]; readonly problems: readonly Problem[] };

/** More than any honest lab holds. */
const mostFiles = 400;
const mostDepth = 14;
const rooms: ReadonlySet<string> = new Set(['app', 'checks', 'fixes', 'pull-request']);
const single: ReadonlySet<string> = new Set(['lab.yaml', 'brief.md', 'debrief.md']);
/** What running an app by hand leaves behind. */
const leftovers: ReadonlySet<string> = new Set([
  'node_modules',
  '__pycache__',
  '.pytest_cache',
  '.git',
  '.DS_Store',
  'target',
]);

/** Lists the files of the lab `labs/<slug>`; links, devices and names that have no place there are problems. */
export function listLab(folder: string, slug: string): LabFiles {
  const root = `labs/${slug}`;
  if (!isFolder(join(folder, root))) {
    const mend = 'Name a folder below labs/ that holds lab.yaml.';
    return { files: [], problems: [fileProblem(root, 'no-lab', `There is no lab "${slug}".`, mend)] };
  }
  const walk = new Walk(folder);
  for (const entry of entriesOf(join(folder, root))) {
    const expected = entry.isDirectory() ? rooms : single;
    if (entry.isSymbolicLink() || expected.has(entry.name)) walk.visit(entry, root, mostDepth);
    else walk.problems.push(strayFile(`${root}/${entry.name}`, 'A lab'));
  }
  if (walk.files.length > mostFiles) {
    const message = `The lab has more than ${mostFiles} files.`;
    return { files: [], problems: [fileProblem(root, 'too-many-files', message, 'Make it smaller.')] };
  }
  return walk;
}

class Walk {
  readonly files: string[] = [];
  readonly problems: Problem[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  visit(entry: Dirent, parent: string, depth: number): void {
    const file = `${parent}/${entry.name}`;
    if (this.files.length > mostFiles) return;
    if (leftovers.has(entry.name)) this.problems.push(strayFile(file, 'A lab'));
    else if (entry.isDirectory()) this.#descend(file, depth);
    else this.#take(entry, file);
  }

  #descend(file: string, depth: number): void {
    if (depth === 0) {
      this.problems.push(
        fileProblem(file, 'too-deep', 'The folders are nested too deeply.', 'Flatten them.'),
      );
      return;
    }
    for (const entry of entriesOf(join(this.#folder, file))) this.visit(entry, file, depth - 1);
  }

  #take(entry: Dirent, file: string): void {
    if (entry.isSymbolicLink()) {
      const message = 'This is a symbolic link.';
      this.problems.push(fileProblem(file, 'no-links', message, 'Put the file itself in its place.'));
    } else if (!entry.isFile()) {
      const message = 'This is not a regular file.';
      this.problems.push(fileProblem(file, 'not-a-file', message, 'Remove it from the lab.'));
    } else if (!appPath.safeParse(file).success) {
      const message = 'The name has characters that do not work everywhere.';
      this.problems.push(
        fileProblem(file, 'file-name', message, 'Use letters, digits, dots, hyphens and underscores.'),
      );
    } else this.files.push(file);
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
