import {
  type FixRole,
  fixFile,
  type Lab,
  type LabFix,
  type LabKind,
  labFile,
  type PullRequest,
  type TextFile,
} from '#core/content/lab.ts';
import type { ContentPath, Problem } from '#core/content/problem.ts';
import { identifier } from '#core/content/question.ts';
import { listLab } from './lab-files.ts';
import { readManifest } from './read-pack.ts';
import { readYaml } from './read-yaml.ts';
import { fileProblem, readSourceFile } from './source-file.ts';
import type { Place } from './yaml-source.ts';

export type LabReading = {
  /** `undefined` when a file of the lab is missing or has an error. */
  readonly lab: Lab | undefined;
  /** All of them; files are named relative to the pack. */
  readonly problems: readonly Problem[];
  /** Where a path in `lab.yaml` or in a `fix.yaml` stands; `file` is relative to the lab. */
  place(file: string, path: ContentPath): Place;
};

const largestTextFile = 128 * 1024;
const largestRoom = 512 * 1024;

/**
 * Reads the lab in `labs/<slug>` of the pack in `folder`: everything, with ground truth, fixes and checks. Whether
 * the lab keeps the rules that go beyond the shape of its files is for `lintLab`.
 */
export function readLab(
  folder: string,
  slug: string,
  pack = readManifest(folder).manifest?.id ?? 'unknown',
): LabReading {
  const isSlug = identifier.safeParse(slug).success;
  const listed = isSlug ? listLab(folder, slug) : { files: [], problems: [badSlug(slug)] };
  const reader = new LabReader(folder, `labs/${slug}`, listed.files);
  reader.problems.push(...listed.problems);
  const lab = listed.files.length > 0 ? reader.read(slug, pack) : undefined;
  const sound = reader.problems.every(({ severity }) => severity !== 'error');
  return {
    lab: sound ? lab : undefined,
    problems: reader.problems,
    place: (file, path) => reader.place(file, path),
  };
}

const badSlug = (slug: string): Problem =>
  fileProblem(
    `labs/${slug}`,
    'lab-name',
    'The name of a lab is no identifier.',
    'Use lower-case words joined by hyphens.',
  );

class LabReader {
  readonly problems: Problem[] = [];
  readonly #folder: string;
  readonly #root: string;
  /** Relative to the lab. */
  readonly #files: readonly string[];
  readonly #places = new Map<string, (path: ContentPath) => Place>();

  constructor(folder: string, root: string, files: readonly string[]) {
    this.#folder = folder;
    this.#root = root;
    this.#files = files.map((file) => file.slice(root.length + 1));
  }

  place(file: string, path: ContentPath): Place {
    return this.#places.get(file)?.(path) ?? { line: 1, column: 1 };
  }

  read(slug: string, pack: string): Lab | undefined {
    const described = this.#yaml('lab.yaml', labFile);
    const texts = { brief: this.#prose('brief.md'), debrief: this.#prose('debrief.md') };
    const app = this.#room('app');
    const checks = this.#room('checks');
    const fixes = this.#fixNames().flatMap((name) => this.#fix(name) ?? []);
    if (!this.#files.includes('checks/checks.js')) this.#text('checks/checks.js');
    if (!described) return undefined;
    const pullRequest = this.#pullRequest(described.kind);
    return { ...described, slug, pack, ...texts, app, checks, fixes, ...(pullRequest && { pullRequest }) };
  }

  #problem(file: string, rule: string, [message, mend]: readonly [string, string]): void {
    this.problems.push(fileProblem(`${this.#root}/${file}`, rule, message, mend));
  }

  #yaml<T>(file: string, schema: Parameters<typeof readYaml<T>>[2]): T | undefined {
    const read = readYaml(this.#folder, `${this.#root}/${file}`, schema);
    this.problems.push(...read.problems);
    this.#places.set(file, (path) => read.place(path));
    return read.value;
  }

  #text(file: string): string {
    const read = readSourceFile(this.#folder, `${this.#root}/${file}`);
    if ('problem' in read) {
      this.problems.push(read.problem);
      return '';
    }
    const { text } = read.source;
    if (text.includes('\0')) this.#problem(file, 'not-text', ['The file is not text.', 'Remove it.']);
    if (text.length > largestTextFile)
      this.#problem(file, 'file-too-large', ['The file has more than 128 KB.', 'Make it smaller.']);
    return text;
  }

  #prose(file: string): string {
    const text = this.#text(file).trim();
    if (text === '' && this.#files.includes(file))
      this.#problem(file, 'empty-file', ['The file is empty.', 'Write the text.']);
    return text;
  }

  /** The text files of `app/` or `checks/`. */
  #room(room: string): TextFile[] {
    const files = this.#files
      .filter((file) => file.startsWith(`${room}/`))
      .map((file) => ({ path: file.slice(room.length + 1), content: this.#text(file) }));
    const size = files.reduce((sum, { content }) => sum + content.length, 0);
    if (files.length === 0) this.#problem(room, 'empty-folder', ['There are no files.', 'Add them.']);
    if (size > largestRoom)
      this.#problem(room, 'folder-too-large', ['The files have more than 512 KB.', 'Make them smaller.']);
    return files;
  }

  #fixNames(): string[] {
    const names = this.#files.flatMap((file) => /^fixes\/([^/]+)\//.exec(file)?.[1] ?? []);
    for (const file of this.#files) {
      if (/^fixes\/(?:[^/]+|[^/]+\/(?!fix\.yaml$|change\.patch$).+)$/.test(file))
        this.#problem(file, 'stray-file', ['A fix has only fix.yaml and change.patch.', 'Remove it.']);
    }
    return [...new Set(names)];
  }

  #fix(name: string): LabFix | undefined {
    const role = roleOf(name);
    if (!role)
      this.#problem(`fixes/${name}`, 'fix-name', [
        'The folder is no kind of fix.',
        'Name it reference, accept-* or reject-*.',
      ]);
    const described = this.#yaml(`fixes/${name}/fix.yaml`, fixFile);
    const patch = this.#text(`fixes/${name}/change.patch`);
    return role && described ? { ...described, name, role, patch } : undefined;
  }

  #pullRequest(kind: LabKind): PullRequest | undefined {
    const isThere = this.#files.some((file) => file.startsWith('pull-request/'));
    if (kind === 'app') {
      if (isThere)
        this.#problem('pull-request', 'stray-file', [
          'The lab is no pull request.',
          'Write `kind: pull-request` or remove the folder.',
        ]);
      return undefined;
    }
    const text = this.#prose('pull-request/description.md');
    const heading = /^# +(.+?)\s*$/m.exec(text);
    if (text !== '' && heading?.index !== 0)
      this.#problem('pull-request/description.md', 'no-title', [
        'The description does not begin with a heading.',
        'Begin with "# " and the title of the pull request.',
      ]);
    const description = text.slice(heading?.[0].length ?? 0).trim();
    return { title: heading?.[1] ?? '', description, patch: this.#text('pull-request/change.patch') };
  }
}

function roleOf(name: string): FixRole | undefined {
  if (name === 'reference') return 'reference';
  const role = /^(accept|reject)-[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(name)?.[1];
  return role === 'accept' || role === 'reject' ? role : undefined;
}
