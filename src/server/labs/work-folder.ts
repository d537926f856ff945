import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Lab, TextFile } from '#core/content/lab.ts';
import { writeFile } from './write-file.ts';

/** Says which lab a work folder belongs to. */
const markFile = '.hotseat-lab.json';
const mostFiles = 400;
const mostBytes = 2 * 1024 * 1024;
/** Folders that tools make beside the code and that are no part of a fix. */
const skipped = new Set([
  '.git',
  '.idea',
  '.vscode',
  'node_modules',
  '__pycache__',
  '.venv',
  'venv',
  'target',
  '.pytest_cache',
]);

export type WorkFolder = { readonly slug: string; readonly app: readonly TextFile[] };
export type FolderProblem = { readonly message: string; readonly mend: string };

/** Writes a lab's app with a README into a new or empty folder. */
export function openWorkFolder(lab: Lab, folder: string): FolderProblem | undefined {
  const entries = lstatSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
  if (entries.length > 0) {
    return {
      message: `${folder} is not empty.`,
      mend: 'Give --dir a folder that is empty or does not exist yet.',
    };
  }
  for (const { path, content } of lab.app) writeFile(join(folder, 'app', path), content);
  writeFile(join(folder, 'README.md'), readmeOf(lab));
  writeFile(join(folder, markFile), `${JSON.stringify({ lab: lab.slug })}\n`);
  return undefined;
}

function readmeOf(lab: Lab): string {
  const change = lab.pullRequest
    ? `\n## The pull request\n\n${lab.pullRequest.title}\n\n${lab.pullRequest.description}\n\n\`\`\`diff\n${lab.pullRequest.patch}\n\`\`\`\n`
    : '';
  return `# ${lab.title}

${lab.brief.trim()}
${change}
## How to work

The app is in \`app/\` (${lab.language}, ${lab.framework}). Find what is wrong, fix it there, and keep everything that works working. Then, in this folder:

    hotseat labs check .

It builds the app, runs the functional checks and then real attacks against it. Files outside \`app/\` are not read.
`;
}

/** Reads a work folder; links are refused, since they could name files outside it. */
export function readWorkFolder(folder: string): WorkFolder | FolderProblem {
  const slug = markOf(folder);
  if (slug === undefined) {
    return {
      message: `${folder} is not a work folder of a lab.`,
      mend: 'Make one with: hotseat labs open SLUG --dir FOLDER',
    };
  }
  const app: TextFile[] = [];
  let bytes = 0;
  const root = join(folder, 'app');
  for (const path of filesBelow(root)) {
    if (lstatSync(path).isSymbolicLink()) {
      return {
        message: `${relative(folder, path)} is a symbolic link.`,
        mend: 'Put the file itself in its place.',
      };
    }
    const content = readFileSync(path);
    bytes += content.length;
    if (app.length >= mostFiles || bytes > mostBytes) {
      return {
        message: 'The app has more than 400 files or 2 MB.',
        mend: 'Remove what does not belong to the app.',
      };
    }
    app.push({ path: relative(root, path).split(sep).join('/'), content: content.toString('utf8') });
  }
  return app.length > 0
    ? { slug, app }
    : { message: `${root} is empty.`, mend: 'Open the lab again in a new folder.' };
}

function filesBelow(folder: string): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (skipped.has(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
    });
}

function markOf(folder: string): string | undefined {
  try {
    const { lab }: { lab?: unknown } = JSON.parse(readFileSync(join(folder, markFile), 'utf8'));
    return typeof lab === 'string' ? lab : undefined;
  } catch {
    return undefined;
  }
}
