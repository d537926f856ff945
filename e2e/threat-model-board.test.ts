import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, type Look, looks } from './browser.ts';
import { openModel } from './model-steps.ts';
import { journeys, type StageForTests } from './stage.ts';

const uploads = {
  version: 1,
  title: 'Uploads',
  elements: [
    { id: 'browser', kind: 'actor', label: 'Browser' },
    { id: 'api', kind: 'process', label: 'Upload API', boundary: 'cloud' },
    { id: 'pictures', kind: 'store', label: 'Pictures', boundary: 'cloud' },
  ],
  flows: [
    { id: 'picture', label: 'Picture', from: 'browser', to: 'api' },
    { id: 'original', label: 'Original', from: 'api', to: 'pictures' },
  ],
  boundaries: [{ id: 'cloud', label: 'Cloud' }],
};
/** The model is saved at a pause. */
const soon = { timeout: 15_000 };
const empty = { version: 1, title: 'New service' };

async function openBoard(stage: StageForTests, document: object, look?: Look) {
  const opened = await openModel<ThreatModel>(stage, document, look);
  const { page } = opened;
  await page.getByRole('button', { name: 'Board', exact: true }).click();
  await board(page).locator('.react-flow__viewport').waitFor();
  return opened;
}

const board = (page: Page) => page.getByRole('region', { name: 'Board' });
const thing = (page: Page, name: RegExp | string) => board(page).getByRole('group', { name });

/** What a screen reader calls the thing that has the focus. */
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);

async function boxOf(page: Page, name: RegExp) {
  const box = await thing(page, name).boundingBox();
  if (!box) throw new Error(`Nothing is drawn for ${name}.`);
  return box;
}

type Spot = { readonly x: number; readonly y: number };

async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

async function typeName(page: Page, name: string): Promise<void> {
  const field = board(page).getByLabel('Name');
  await field.waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await field.waitFor({ state: 'detached' });
}

const places = ({ elements }: ThreatModel) => elements.map(({ label, boundary }) => [label, boundary]);
const ways = ({ flows }: ThreatModel) => flows.map(({ label, from, to }) => [label, from, to]);

/** Whether all of something can be seen: in the board, and in the window. */
async function isWhollyIn(page: Page, what: Locator): Promise<boolean> {
  const [box, area] = [await what.boundingBox(), await board(page).boundingBox()];
  if (!box || !area) return false;
  const bottom = Math.min(area.y + area.height, page.viewportSize()?.height ?? 0);
  const isHigh = box.y >= area.y && box.y + box.height <= bottom;
  return isHigh && box.x >= area.x && box.x + box.width <= area.x + area.width;
}

journeys('the board of a threat model', (stage) => {
  it('is drawn by mouse: dragged, connected, dropped into a frame, undone, exported', async () => {
    const { page, context, stored, errors, strangers } = await openBoard(stage(), uploads);
    const area = await board(page).boundingBox();
    if (!area) throw new Error('The board is not there.');
    await page
      .getByRole('button', { name: 'Process', exact: true })
      .dragTo(board(page), { targetPosition: { x: area.width / 2, y: 90 } });
    await typeName(page, 'Resizer');
    await expect.poll(async () => places(await stored()), soon).toContainEqual(['Resizer', null]);

    await thing(page, /^Process “Upload API”/).hover();
    const start = await thing(page, /^Process “Upload API”/)
      .locator('.react-flow__handle')
      .boundingBox();
    const target = await boxOf(page, /^Process “Resizer”/);
    if (!start) throw new Error('No flow can be drawn.');
    await drag(
      page,
      { x: start.x + start.width / 2, y: start.y + start.height / 2 },
      { x: target.x + 40, y: target.y + 20 },
    );
    await typeName(page, 'Resize job');
    await expect
      .poll(async () => ways(await stored()), soon)
      .toContainEqual(['Resize job', 'api', 'process']);

    const frame = await boxOf(page, /^Trust boundary “Cloud”/);
    const grip = { x: target.x + target.width / 2, y: target.y + target.height / 2 };
    await drag(page, grip, { x: frame.x + frame.width / 2, y: frame.y + frame.height - 30 });
    await expect.poll(async () => places(await stored()), soon).toContainEqual(['Resizer', 'cloud']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => places(await stored()), soon).toContainEqual(['Resizer', null]);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => places(await stored()), soon).toContainEqual(['Resizer', 'cloud']);

    await page.getByRole('button', { name: 'Arrange' }).click();
    await keepPicture(page, 'board-drawn');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'SVG', exact: true }).click();
    expect(readFileSync(await (await coming).path(), 'utf8')).toContain('>Resize job</tspan>');
    const png = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PNG', exact: true }).click();
    expect(
      readFileSync(await (await png).path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
    await context.close();
  });

  it('is drawn by keyboard alone', async () => {
    const { page, context, stored, errors } = await openBoard(stage(), empty);
    const quick = page.getByLabel('Add by typing');
    await quick.focus();
    for (const line of ['actor Browser', 'boundary Cloud', 'process Upload API in Cloud', 'store Pictures'])
      await page.keyboard.type(`${line}\n`);
    await page.keyboard.type('flow Picture from Browser to Upload API\n');
    await expect.poll(async () => ways(await stored()), soon).toEqual([['Picture', 'browser', 'upload-api']]);
    expect((await stored()).elements.map(({ boundary }) => boundary)).toEqual([null, 'cloud', null]);
    for (const label of [/^Actor “Browser”/, /^Process “Upload API”/, /^Store “Pictures”/])
      await expect.poll(() => isWhollyIn(page, thing(page, label)), soon).toBe(true);
    await page.keyboard.type('flow from Browser to nowhere\n');
    await page.getByText('There is no element “nowhere”. Add it first.').waitFor();

    await thing(page, /^Process “Upload API”/).focus();
    await page.keyboard.press('F2');
    await typeName(page, 'Gateway');
    await expect.poll(() => focused(page), soon).toBe('Process “Gateway”, in Cloud');
    await page.keyboard.press('f');
    await expect.poll(() => focused(page), soon).toBe('Flow “Picture” from Browser to Gateway, selected');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page), soon).toBe('Actor “Browser”, selected');

    await page.keyboard.press('c');
    await thing(page, /^Store “Pictures”/).focus();
    await page.keyboard.press('Enter');
    await typeName(page, 'Reading');
    await expect
      .poll(async () => ways(await stored()), soon)
      .toContainEqual(['Reading', 'browser', 'pictures']);

    await thing(page, /^Actor “Browser”/).focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Space');
    const before = (await stored()).layout.browser?.y ?? 0;
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await stored()).layout.browser?.y, soon).toBe(before + 10);
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await stored()).elements.length, soon).toBe(4);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored()).elements.length, soon).toBe(3);
    await thing(page, /^Actor “Browser”/).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect.poll(async () => ways(await stored()), soon).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is written as an outline and in tables as well, by keyboard alone', async () => {
    const { page, context, stored, errors } = await openBoard(stage(), uploads, looks[2]);
    await page.getByRole('button', { name: 'Outline', exact: true }).press('Enter');
    await page.getByRole('button', { name: /^Browser/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const from = page.getByLabel('From', { exact: true });
    await from.selectOption({ label: 'Pictures' });
    const known = page.getByRole('group', { name: 'Public network' });
    await known.getByRole('radio', { name: 'Unknown' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect
      .poll(async () => (await stored()).flows[0], soon)
      .toMatchObject({
        from: 'pictures',
        facts: { 'public-network': 'no' },
      });

    await page.getByRole('button', { name: /^Pictures/ }).focus();
    await page.keyboard.press('Delete');
    await expect.poll(async () => ways(await stored()), soon).toEqual([]);
    await page.getByRole('button', { name: '+ Boundary' }).press('Enter');
    await page.getByLabel('Name', { exact: true }).fill('Office');
    await page.getByLabel('Name', { exact: true }).press('Tab');
    await expect.poll(async () => (await stored()).boundaries.at(-1)?.label, soon).toBe('Office');

    await page.getByRole('button', { name: 'Tables', exact: true }).press('Enter');
    await page.getByLabel('Trust boundary of Browser').selectOption({ label: 'Office' });
    await page.getByLabel('Kind of Upload API').selectOption({ label: 'Store' });
    await page.getByLabel('Name of Browser').fill('Web browser');
    await page.getByLabel('Name of Browser').press('Enter');
    await page.getByLabel('Table', { exact: true }).selectOption({ label: 'Facts about actors' });
    await page.getByLabel('Web browser: Anonymous').selectOption('yes');
    await expect
      .poll(async () => (await stored()).elements, soon)
      .toMatchObject([
        { label: 'Web browser', boundary: 'boundary', facts: { anonymous: 'yes' } },
        { label: 'Upload API', kind: 'store', boundary: 'cloud' },
      ]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it.each(looks)('is clear to everybody at $width px, $scheme', async (look) => {
    const { page, context, errors } = await openBoard(stage(), uploads, look);
    await thing(page, /^Process “Upload API”/).click();
    for (const name of ['Board', 'Outline', 'Tables']) {
      await page.getByRole('button', { name, exact: true }).click();
      if (name === 'Board') await thing(page, /^Process “Upload API”/).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepPicture(page, `model-${name.toLowerCase()}-${look.width}-${look.scheme}`);
    }
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    expect(errors).toEqual([]);
    await context.close();
  });
});
