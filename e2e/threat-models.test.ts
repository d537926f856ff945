import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { threatModel } from '#core/threat-model/document.ts';
import { exportModel } from '#core/threat-model/export-model.ts';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, looks } from './browser.ts';
import { journeys } from './stage.ts';

const shop = threatModel.parse({
  version: 1,
  title: 'Web shop',
  elements: [
    { id: 'customer', kind: 'actor', label: 'Customer' },
    { id: 'shop', kind: 'process', label: 'Shop', boundary: 'cloud' },
  ],
  boundaries: [{ id: 'cloud', label: 'Cloud' }],
  flows: [
    {
      ...{ id: 'order', label: 'Order', from: 'customer', to: 'shop' },
      facts: { 'carries-credentials': 'yes' },
    },
  ],
});
/** The demo of Threat Dragon itself, where the files of other tools are at hand. */
const demo = fileURLToPath(
  new URL('../../shared/interop/threat-dragon/v2-threat-model.json', import.meta.url),
);

let folder: string;
let dragonFile: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hotseat-models-'));
  dragonFile = join(folder, 'web-shop.json');
  const file = JSON.parse(exportModel(shop, 'threat-dragon').text);
  writeFileSync(
    dragonFile,
    JSON.stringify({ ...file, summary: { ...file.summary, owner: 'The shop team' } }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function importFile(page: Page, file: string): Promise<void> {
  await page.getByLabel('Threat model file').setInputFiles(file);
}

/** Imports the Threat Dragon file and opens it. */
async function openImported(page: Page): Promise<void> {
  await importFile(page, dragonFile);
  await page.getByText(/could not be carried over/).waitFor();
  await page.getByRole('status').getByRole('link', { name: 'Web shop' }).click();
  await page.getByRole('heading', { level: 1, name: 'Web shop' }).waitFor();
}

const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .first()
    .waitFor();
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the model' }).getByRole('link', { name }).click();

async function answer(page: Page, question: RegExp, word: string): Promise<void> {
  const group = page.getByRole('group', { name: question });
  const more = page.getByRole('button', { name: /^Show more of/ });
  await page.getByRole('heading', { name: 'Questions' }).waitFor();
  while ((await group.count()) === 0 && (await more.count()) > 0) await more.click();
  await group.getByRole('button', { name: word, exact: true }).click();
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: `Download ${name}`, exact: true }).click();
  return readFileSync(await (await coming).path());
}

journeys('one’s own threat models', (stage) => {
  it('come from another tool, are analyzed, corrected and handed on', async () => {
    const { page, context, errors, strangers } = await stage().open('/threat-models');
    await openImported(page);
    await tab(page, 'Analysis');
    await answer(page, /Does “Order” go over the Internet/, 'Yes');
    await answer(page, /Is “Order” encrypted/, 'No');
    const findings = page
      .getByRole('listitem')
      .filter({ hasText: '“Order” from Customer to Shop is not encrypted.' });
    await findings.first().waitFor();
    await findings
      .first()
      .getByRole('button', { name: /Take over/ })
      .click();
    await findings.first().getByText('Taken over as threat').waitFor();
    await findings.first().getByText('What helps').click();
    await findings.first().getByRole('button', { name: /^Add / }).first().click();
    const count = page.getByRole('status').filter({ hasText: /findings?$/ });
    const before = await count.textContent();
    const dismiss = page.getByRole('button', { name: /^Dismiss/ }).last();
    await dismiss.click();
    await page.getByLabel('Why it is no threat here').fill('The gateway before it does this.');
    await page.getByRole('button', { name: 'Dismiss with this reason' }).click();
    await page.getByRole('heading', { name: 'Dismissed' }).waitFor();
    await expect.poll(() => count.textContent()).not.toBe(before);
    await page.getByText('The gateway before it does this.').waitFor();
    await saved(page);
    await page
      .getByRole('link', { name: /^Edit threat/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: 'Mitigations' }).waitFor();
    await tab(page, 'Report');
    const hotseat = JSON.parse((await downloaded(page, 'Hotseat')).toString());
    expect(hotseat.threats.at(-1)).toMatchObject({ on: [expect.any(String)], rule: expect.any(String) });
    expect(hotseat.mitigations.at(-1).threats).toEqual([hotseat.threats.at(-1).id]);
    expect(hotseat.dismissed).toMatchObject([{ reason: 'The gateway before it does this.' }]);
    const dragon = JSON.parse((await downloaded(page, 'OWASP Threat Dragon')).toString());
    expect(dragon.summary.title).toBe('Web shop');
    expect((await downloaded(page, 'PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await downloaded(page, 'Markdown')).toString()).toContain('# Web shop');
    await page.getByRole('img', { name: /Data-flow diagram/ }).waitFor();
    expect(
      await page.getByRole('img').evaluate((img) => (img as HTMLImageElement).naturalWidth),
    ).toBeGreaterThan(100);
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
    await context.close();
  });

  it('restore what was dismissed, and undo with the keyboard', async () => {
    const { page, context } = await stage().open('/threat-models');
    await page
      .getByRole('row', { name: /Web shop/ })
      .first()
      .getByRole('link')
      .click();
    await tab(page, 'Analysis');
    await page.getByRole('button', { name: /^Restore/ }).click();
    await page.getByRole('heading', { name: 'Dismissed' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { name: 'Dismissed' }).waitFor();
    await saved(page);
    await context.close();
  });

  it('have versions that are compared with what comes after', async () => {
    const { page, context, errors } = await stage().open('/threat-models');
    await page
      .getByRole('row', { name: /Web shop/ })
      .first()
      .getByRole('link')
      .click();
    await tab(page, 'Versions');
    await page.getByLabel('Name').fill('Before the review');
    await page.getByRole('button', { name: 'Save version' }).click();
    await page.getByRole('row', { name: /Before the review/ }).waitFor();
    await page.getByRole('button', { name: 'Title and description' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Web shop, reviewed');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await saved(page);
    await tab(page, 'Model');
    await tab(page, 'Versions');
    await page.getByRole('heading', { name: /^Changed/ }).waitFor();
    await page.getByText('Web shop, reviewed', { exact: true }).last().waitFor();
    await keepPicture(page, 'model-versions');
    await page.getByRole('button', { name: 'Open as a new model Before the review' }).click();
    await page.getByRole('heading', { level: 1, name: 'Web shop (Before the review)' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('lose nothing when two tabs change one at once', async () => {
    const { page, context } = await stage().open('/threat-models');
    await page.getByLabel('New model').fill('Two tabs');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Two tabs' }).waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('heading', { level: 1, name: 'Two tabs' }).waitFor();
    for (const [each, text] of [
      [page, 'First words'],
      [other, 'Other words'],
    ] as const) {
      await each.getByRole('button', { name: 'Title and description' }).click();
      await each.getByRole('textbox', { name: 'Description' }).fill(text);
      const answered = each.waitForResponse((response) => response.request().method() === 'PUT');
      await each.getByRole('button', { name: 'Keep', exact: true }).click();
      await answered;
    }
    await other.getByRole('alert').filter({ hasText: 'also changed in another tab' }).waitFor();
    await other.getByText('First words').waitFor();
    await keepPicture(other, 'model-conflict');
    await expectAccessible(other);
    await other.getByRole('button', { name: 'Keep mine' }).click();
    await saved(other);
    await page.reload();
    await page.getByText('Other words').waitFor();
    await context.close();
  });

  it('keep a change that the server never got, over its end', async () => {
    const { page, context } = await stage().open('/threat-models');
    await page.getByLabel('New model').fill('Cut off');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cut off' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Title and description' }).click();
    await page.getByRole('textbox', { name: 'Description' }).fill('Written without a server');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page
      .getByText(/not reachable, the model is kept in this browser/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await page.reload();
    await page.getByText('Written without a server').waitFor();
    await saved(page);
    await context.close();
  });

  it.skipIf(!existsSync(demo))('come from the demo of Threat Dragon, with its losses told', async () => {
    const { page, context } = await stage().open('/threat-models');
    await importFile(page, demo);
    await page.getByText('A trust boundary drawn as a line').waitFor();
    await keepPicture(page, 'models-losses');
    await expectAccessible(page);
    await page.getByRole('status').getByRole('link', { name: 'Demo Threat Model' }).click();
    await tab(page, 'Analysis');
    await page.getByText('“Worker Config” is not encrypted at rest.').first().waitFor();
    await tab(page, 'Report');
    const otm = JSON.parse((await downloaded(page, 'Open Threat Model')).toString());
    expect(otm.project.name).toBe('Demo Threat Model');
    await context.close();
  });

  it('refuse files that are no models, and say why', async () => {
    const { page, context } = await stage().open('/threat-models');
    const refused: readonly (readonly [string, string, RegExp])[] = [
      ['cut.json', '{"version": 1, "title": ', /cannot be read/],
      ['other.json', '{"hello": "world"}', /no threat model that Hotseat knows/],
      ['deep.json', `{"version": 1, "elements": ${'['.repeat(5000)}${']'.repeat(5000)}}`, /nested/],
      [
        'dangling.json',
        '{"version":1,"title":"T","flows":[{"id":"f","label":"F","from":"a","to":"b"}]}',
        /flows\[0\]\.from: There is no element "a"/,
      ],
    ];
    for (const [name, text, why] of refused) {
      const file = join(folder, name);
      writeFileSync(file, text);
      await importFile(page, file);
      await page.getByRole('alert').filter({ hasText: why }).waitFor();
    }
    await context.close();
  });

  it('are deleted after a question', async () => {
    const { page, context } = await stage().open('/threat-models');
    await page.getByRole('button', { name: 'Delete Cut off' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Delete Cut off' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByRole('row', { name: /Cut off/ }).waitFor({ state: 'detached' });
    await context.close();
  });

  const signs = {
    Model: ['region', 'Diagram'],
    Threats: ['heading', 'Coverage'],
    Analysis: ['heading', 'Questions'],
    Versions: ['heading', 'Compare'],
    Report: ['heading', 'Diagram'],
  } as const;

  for (const look of looks) {
    const check = async (page: Page, name: string): Promise<void> => {
      await page.waitForLoadState('networkidle');
      await keepPicture(page, `${name}-${look.width}-${look.scheme}`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    };

    it(`are listed readably at ${look.width} px, ${look.scheme}`, async () => {
      const { page, context, errors } = await stage().open('/threat-models', look);
      await page.getByRole('row', { name: /Web shop, reviewed/ }).waitFor();
      await check(page, 'models');
      expect(errors).toEqual([]);
      await context.close();
    });

    it.each(Object.entries(signs))(
      `are readable at ${look.width} px, ${look.scheme}: %s`,
      async (name, [role, sign]) => {
        const { page, context, errors } = await stage().open('/threat-models', look);
        await page
          .getByRole('row', { name: /Web shop, reviewed/ })
          .getByRole('link')
          .click();
        await tab(page, name);
        await page.getByRole(role, { name: sign }).waitFor();
        await check(page, `model-${name.toLowerCase()}`);
        expect(errors).toEqual([]);
        await context.close();
      },
    );
  }
});
