import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { patchFiles } from '../src/core/content/apply-patch.ts';
import type { Attack, LabJourney } from './lab-attacks.ts';

const folder = new URL('../content/core/labs/', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

type Flaw = { id: string; file: string; lines: [number, number]; cwe: { best: number }; remediation: string };
type Answer = Record<string, unknown>;

/** The flaw of the lab that the journey is about, from the lab's own truth. */
export function flawOf({ slug, finding }: LabJourney): Flaw {
  const { findings } = parse(textOf(`${slug}/lab.yaml`)) as { findings: Flaw[] };
  const flaw = findings.find(({ id }) => id === finding);
  if (!flaw) throw new Error(`${slug} has no finding ${finding}.`);
  return flaw;
}

export const ask = (page: Page, path: string, method = 'GET', body?: unknown): Promise<Answer> =>
  page.evaluate(
    async ([where, how, json]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(
        where,
        json === '' ? { method: how } : { method: how, headers, body: json },
      );
      return (await response.json()) as Record<string, unknown>;
    },
    [`/api${path}`, method, body === undefined ? '' : JSON.stringify(body)] as const,
  );

/** Writes down the flaw as a reviewer does: by lines, weakness and words. */
export async function reportFlaw(page: Page, { file, lines, cwe, remediation }: Flaw): Promise<void> {
  const [first, last] = lines;
  await page.getByRole('button', { name: 'Files', exact: true }).click();
  const name = file.split('/').at(-1) ?? file;
  await page.getByRole('list', { name: 'Files' }).getByRole('button', { name, exact: false }).first().click();
  const code = page.getByRole('textbox', { name: `Code: ${file}` });
  await code.focus();
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'Finding 1' }).waitFor();
  await page.getByLabel('Last line').fill(String(last));
  await page.getByLabel('First line').fill(String(first));
  await page.getByLabel('Last line').fill(String(last));
  const weakness = page.getByRole('combobox', { name: /Weakness/ });
  await weakness.fill(`CWE-${cwe.best}`);
  await page.getByRole('option', { name: new RegExp(`^${cwe.best} `) }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Severity (CVSS 4.0)').click();
  await page
    .getByRole('group', { name: /Confidentiality of the system/ })
    .getByText('High')
    .click();
  await page
    .getByText(/\d\.\d (high|critical|medium)/)
    .first()
    .waitFor();
  await page.getByLabel('What should be done?').fill(remediation);
  await page.getByRole('button', { name: 'Done' }).first().click();
}

export async function handInReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Findings/ }).click();
  await page.getByRole('button', { name: 'Hand in the review' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Hand in/ })
    .click();
  await page.getByText('Recall', { exact: true }).waitFor();
}

export const toStep = (page: Page, title: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Steps of the lab' }).getByRole('link', { name: title }).click();

/** Sends the requests one after another by hand, as one does in the workbench. */
export async function attack(page: Page, attacks: readonly Attack[]): Promise<void> {
  const taken: string[] = [];
  const filled = (text: string): string =>
    text.replace(/\{(\d)\}/g, (_, at: string) => taken[Number(at)] ?? '');
  for (const [index, one] of attacks.entries()) {
    await page.getByLabel('Method').selectOption(one.method);
    await page.getByLabel('Path and query').fill(filled(one.path));
    await page.getByLabel('Headers, one a line').fill(one.headers ?? '');
    await page
      .getByRole('textbox', { name: 'Body', exact: true })
      .first()
      .fill(filled(one.body ?? ''));
    await page.getByLabel(/End the lines/).setChecked(one.crlf ?? false);
    await page.getByRole('button', { name: /^Send Ctrl/ }).click();
    await page
      .getByRole('button', { name: /^Repeat/ })
      .nth(index)
      .waitFor();
    const said = await page.getByRole('region', { name: 'Response body' }).textContent();
    const found = one.take?.exec(said ?? '')?.[1];
    if (found !== undefined) taken.push(found);
  }
}

/** Puts the reference fix into the draft, as if it had been typed in another sitting. */
export async function writeReference(page: Page, slug: string): Promise<void> {
  const lab = await ask(page, `/labs/${slug}`);
  const app = lab.app as { path: string; content: string }[];
  const patched = patchFiles(app, textOf(`${slug}/fixes/reference/change.patch`));
  if (!patched.ok) throw new Error(patched.message);
  const before = new Map(app.map(({ path, content }) => [path, content]));
  const changed = patched.files.filter(({ path, content }) => before.get(path) !== content);
  const gone = app.filter(({ path }) => !patched.files.some((file) => file.path === path));
  const files = Object.fromEntries([
    ...changed.map(({ path, content }) => [path, content]),
    ...gone.map(({ path }) => [path, null]),
  ]);
  const id = String(lab.openSession);
  const session = await ask(page, `/lab-sessions/${id}`);
  const { revision, elapsedSeconds } = session;
  const draft = { ...(session.draft as object), files, revision, elapsedSeconds };
  await ask(page, `/lab-sessions/${id}/draft`, 'PUT', draft);
  await page.reload();
}
