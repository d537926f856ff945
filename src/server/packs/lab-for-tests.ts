import { createTwoFilesPatch } from 'diff';
import type { Lab } from '#core/content/lab.ts';
import { createPack, type PackForTests } from './pack-for-tests.ts';
import { readLab } from './read-lab.ts';

/** The files of a small sound lab with two findings, by path below `labs/<slug>/`. */
export function labFiles(): Map<string, string> {
  return new Map([
    ['lab.yaml', labYaml],
    ['brief.md', 'A team keeps its notes in this app and looks them up by a word of the title.\n'],
    ['debrief.md', 'The term ends up in the statement. Bind it.\n'],
    ['app/notes/search.py', searchFile],
    ['app/notes/files.py', filesFile],
    ['app/README.md', '# Notes\n\nRun `flask --app notes.wsgi run`.\n'],
    ['checks/checks.js', checksFile],
    ...fix('reference', bound, both),
    ...fix('accept-bound-by-name', boundByName, both),
    ...fix('accept-filtered-in-code', filteredInCode, both),
    ...fix('reject-quotes-doubled', quotesDoubled, both),
    ...fix('reject-length-limit', lengthLimit, both),
    ...fix('reject-one-of-two', bound, (text) => text),
    ...fix('reject-feature-removed', () => featureRemoved, both),
  ]);
}

/** Writes a lab into a pack; `edit` changes its files before that. */
export function writeLab(
  pack: PackForTests,
  slug: string,
  edit: (files: Map<string, string>) => void = () => undefined,
): void {
  const files = labFiles();
  edit(files);
  for (const [file, text] of files) pack.write(`labs/${slug}/${file}`, text);
}

/** The lab of `labFiles`, read. */
export function soundLab(slug = 'team-notes'): Lab {
  const pack = createPack();
  try {
    writeLab(pack, slug);
    const { lab, problems } = readLab(pack.folder, slug);
    if (!lab) throw new Error(JSON.stringify(problems));
    return lab;
  } finally {
    pack.dispose();
  }
}

type Change = (text: string) => string;

function fix(name: string, search: Change, files: Change): [string, string][] {
  const patches = [
    patchOf('notes/search.py', searchFile, search(searchFile)),
    patchOf('notes/files.py', filesFile, files(filesFile)),
  ];
  const fails = name.startsWith('reject-') ? 'fails: [union-select]\n' : '';
  return [
    [`fixes/${name}/fix.yaml`, `title: ${name}\nexplains: What it does.\n${fails}`],
    [`fixes/${name}/change.patch`, patches.join('')],
  ];
}

const patchOf = (path: string, before: string, after: string): string =>
  before === after
    ? ''
    : createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });

const searchFile = `"""Looks notes up."""
from notes.database import connect

ORDERS = {"newest": "created DESC", "title": "title ASC"}


def search(term, order):
    order_by = ORDERS.get(order, "created DESC")
    statement = (
        "SELECT id, title FROM notes "
        f"WHERE title LIKE '%{term}%' ORDER BY {order_by}"
    )
    with connect() as database:
        rows = database.execute(statement).fetchall()
    return [dict(row) for row in rows]


def newest(limit):
    with connect() as database:
        return database.execute("SELECT id, title FROM notes LIMIT ?", (limit,)).fetchall()
`;

const filesFile = `"""Attachments of notes."""
import os
import subprocess

from notes.config import FOLDER


def attachment(name):
    path = os.path.join(FOLDER, name)
    with open(path, "rb") as file:
        return file.read()


def disk_usage():
    return subprocess.run(["du", "-s", FOLDER], capture_output=True, check=True).stdout


def file_type(name):
    return name.rsplit(".", 1)[-1].lower()
`;

const both: Change = (text) =>
  text.replace('os.path.join(FOLDER, name)', 'os.path.join(FOLDER, os.path.basename(name))');
const bound: Change = (text) =>
  text
    .replace(`f"WHERE title LIKE '%{term}%' ORDER`, 'f"WHERE title LIKE ? ORDER')
    .replace('execute(statement)', 'execute(statement, (f"%{term}%",))');
const boundByName: Change = (text) =>
  text
    .replace(`f"WHERE title LIKE '%{term}%' ORDER`, 'f"WHERE title LIKE :term ORDER')
    .replace('execute(statement)', 'execute(statement, {"term": f"%{term}%"})');
const filteredInCode: Change = (text) =>
  text
    .replace(`f"WHERE title LIKE '%{term}%' ORDER BY`, 'f"ORDER BY')
    .replace('for row in rows]', 'for row in rows if term in row["title"]]');
const quotesDoubled: Change = (text) =>
  text.replace('    order_by', '    term = term.replace("\'", "\'\'")\n    order_by');
const lengthLimit: Change = (text) => text.replace('    order_by', '    term = term[:40]\n    order_by');
const featureRemoved = '"""Looks notes up."""\n\n\ndef search(term, order):\n    return []\n';

const point = (id: string, words: string): string => `
      - id: ${id}
        tier: must
        claim: The ${words} is the cause.
        probe: What makes that possible?
        paraphrases:
          - It comes from the ${words}.
          - Because of the ${words} an attacker gets in.
          - The ${words} lets anybody do it.
        slots: { need: 1, groups: [[${words}]] }`;

const labYaml = `title: Team notes
language: python
framework: Flask
kind: app
difficulty: 2
minutes: 30
stage: technical-screen
competencies: [secure-code-review]
owasp: ["A05:2025"]
summary: A small notes app with a search and attachments.
run:
  entry: notes.wsgi:app
  ready: /health
findings:
  - id: search-statement
    title: The search term becomes part of the statement
    file: notes/search.py
    lines: [9, 12]
    also:
      - { file: notes/search.py, lines: [14, 14] }
    cwe: { best: 89, accepted: [943] }
    cvss: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N"
    remediation: Bind the term as a parameter.
    points:${point('term-in-statement', 'pasted term')}
  - id: attachment-path
    title: The name of an attachment leads out of the folder
    file: notes/files.py
    lines: [9, 10]
    cwe: { best: 22, accepted: [73] }
    cvss: "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
    remediation: Keep the resolved path inside the folder.
    points:${point('name-is-path', 'unchecked name')}
distractors:
  - { file: notes/search.py, lines: [8, 8], why: The order comes from a fixed map. }
  - { file: notes/search.py, lines: [20, 20], why: The limit is bound. }
  - { file: notes/files.py, lines: [15, 15], why: No shell runs and no part of the command is input. }
hints:
  - { text: Follow the term., cost: 0.05 }
  - { text: Look at the statement., cost: 0.1 }
  - { text: Look at the name of the file., cost: 0.2 }
explain:
  prompt: What would you tell the developer about these two places?
  misconceptions:
    - id: quotes-doubled
      claim: Doubling quotes is enough.
      correction: It is one context among many.
      contradicts: [term-in-statement]
      anti: [double the quotes, escape the quotes]
    - id: names-are-safe
      claim: Names come from our own form.
      correction: Requests do not need the form.
      contradicts: [name-is-path]
      anti: [comes from our own form, the form is ours]
`;

const exploits = (finding: string, ids: readonly string[]): string =>
  ids
    .map(
      (id, index) =>
        `exploit('${id}', 'An attack', { finding: '${finding}', hidden: ${index === 2} }, async (t) => {});`,
    )
    .join('\n');

const checksFile = `import { exploit, functional, notice } from '#checks';

functional('finds-by-title', 'A search finds notes', async (t) => {});
functional('orders-by-title', 'A search orders notes', async (t) => {});
functional('serves-attachment', 'An attachment comes back', async (t) => {});
functional('finds-quotes', 'A search finds quotes', async (t) => {});
${exploits('search-statement', ['union-select', 'always-true', 'comment-out'])}
${exploits('attachment-path', ['dot-dot', 'absolute-path', 'nested-dots'])}
notice('search-statement', async (t, exchange) => undefined);
notice('attachment-path', async (t, exchange) => undefined);
`;
