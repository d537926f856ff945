import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#core/content/problem.ts';
import { fileProblem, strayFile } from './source-file.ts';

export type PackFiles = {
  readonly questions: readonly string[];
  readonly lexicons: readonly string[];
  readonly redFlags: readonly string[];
  readonly guides: readonly string[];
  readonly threatRules: readonly string[];
  readonly triage: readonly string[];
  /** Slugs, as the next. */
  readonly labs: readonly string[];
  readonly scenarios: readonly string[];
  readonly problems: readonly Problem[];
};

/** More than any honest pack holds. */
const mostFiles = 50_000;
const rooms = {
  questions: '.md',
  lexicon: '.yaml',
  'red-flags': '.yaml',
  guide: '.md',
  'threat-rules': '.yaml',
  triage: '.yaml',
} as const;
const known = new Set(['pack.yaml', 'README.md', 'LICENSE', 'labs', 'scenarios', ...Object.keys(rooms)]);

/** Lists the files of a pack by kind, in name order; anything that has no place in a pack is a problem. */
export function listPack(folder: string): PackFiles {
  const problems: Problem[] = [];
  const list = (room: keyof typeof rooms): string[] => {
    const { files, strays } = listRoom(folder, room, rooms[room]);
    problems.push(...strays);
    return files;
  };
  for (const entry of entriesOf(folder)) {
    if (!known.has(entry.name) && !entry.name.startsWith('.')) problems.push(stray(entry.name));
  }
  const found = {
    questions: list('questions'),
    lexicons: list('lexicon'),
    redFlags: list('red-flags'),
    guides: list('guide'),
    threatRules: list('threat-rules'),
    triage: list('triage'),
    labs: listFolders(folder, 'labs', problems),
    scenarios: listFolders(folder, 'scenarios', problems),
  };
  return { ...found, problems };
}

function listFolders(folder: string, room: string, problems: Problem[]): string[] {
  if (isLink(join(folder, room))) {
    problems.push(linkedFolder(room));
    return [];
  }
  const entries = entriesOf(join(folder, room)).filter(({ name }) => !name.startsWith('.'));
  for (const entry of entries) if (!entry.isDirectory()) problems.push(stray(`${room}/${entry.name}`));
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const linkedFolder = (room: string): Problem =>
  fileProblem(room, 'no-links', 'This folder is a symbolic link.', 'Put the folder itself in its place.');

const stray = (file: string): Problem => strayFile(file, 'A content pack');

function listRoom(folder: string, room: string, extension: string): { files: string[]; strays: Problem[] } {
  const files: string[] = [];
  const strays: Problem[] = [];
  if (isLink(join(folder, room))) {
    return { files, strays: [linkedFolder(room)] };
  }
  for (const entry of entriesOf(join(folder, room))) {
    const file = `${room}/${entry.name}`;
    if (entry.isDirectory()) strays.push(stray(file));
    else if (entry.name.endsWith(extension)) files.push(file);
    else if (!entry.name.startsWith('.')) strays.push(stray(file));
  }
  if (files.length > mostFiles) {
    strays.push(fileProblem(room, 'too-many-files', `More than ${mostFiles} files.`, 'Split the pack.'));
  }
  return { files: files.slice(0, mostFiles), strays };
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
