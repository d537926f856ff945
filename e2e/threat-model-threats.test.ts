import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, type Look, looks } from './browser.ts';
import { focused, tabTo } from './keyboard.ts';
import { openModel } from './model-steps.ts';
import { journeys, type StageForTests } from './stage.ts';

const drawn = {
  version: 1,
  title: 'A shop',
  elements: [
    { id: 'buyer', kind: 'actor', label: 'Buyer' },
    { id: 'web', kind: 'process', label: 'Web shop', boundary: 'inside' },
    { id: 'orders', kind: 'store', label: 'Orders', boundary: 'inside' },
  ],
  flows: [
    { id: 'order', label: 'Order', from: 'buyer', to: 'web' },
    { id: 'keep', label: 'Kept order', from: 'web', to: 'orders' },
  ],
  boundaries: [{ id: 'inside', label: 'Our network' }],
};

const written = {
  ...drawn,
  threats: [
    { id: 'price', title: 'Name the price', stride: 'tampering', on: ['web'], likelihood: 4, impact: 3 },
    { id: 'flood', title: 'Flood the shop', stride: 'denial-of-service', on: ['web', 'order'] },
    { id: 'deny', title: 'Deny an order', stride: 'repudiation', on: ['orders'], likelihood: 2, impact: 4 },
  ],
  mitigations: [
    { id: 'server-price', title: 'Take prices from the catalog', threats: ['price'], at: ['web'] },
  ],
  assumptions: [{ id: 'assumption', text: 'The payment provider keeps its side of the contract.' }],
  questions: [{ id: 'question', text: 'Who may read the orders?' }],
};

type Stored = {
  readonly threats: readonly Record<string, unknown>[];
  readonly mitigations: readonly Record<string, unknown>[];
};

async function openThreats(stage: StageForTests, document: object, look?: Look) {
  const opened = await openModel<Stored>(stage, document, look);
  const { page } = opened;
  await page.getByRole('navigation', { name: 'Parts of the model' }).getByText('Threats').click();
  await page.getByRole('heading', { name: 'Coverage' }).waitFor();
  return opened;
}

const titles = (page: Page): Promise<string[]> => page.locator('[data-head] h3').allTextContents();
const expectOrder = (page: Page, order: readonly string[]): Promise<void> =>
  expect.poll(() => titles(page)).toEqual(order);

/** Types the five parts, from the source on. */
async function typeStatement(page: Page, parts: readonly string[]): Promise<void> {
  expect(await focused(page)).toBe('Source');
  for (const part of parts) {
    await page.keyboard.type(part);
    await page.keyboard.press('Tab');
  }
}

journeys('threats of a model', (stage) => {
  it('are written, rated, answered by a mitigation, and put in order by mouse', async () => {
    const { page, context, errors, stored } = await openThreats(stage(), drawn);
    await page.getByRole('button', { name: 'Tampering', exact: true }).click();
    await page.getByLabel('Source').fill('buyer');
    await page.getByLabel('Prerequisite').fill('with a proxy');
    await page.getByLabel('Action').fill('name the price of a seat');
    await page.getByLabel('Impact').fill('loss');
    await page.getByLabel('Asset').fill('revenue');
    await page
      .getByText('A buyer with a proxy can name the price of a seat, which leads to loss of revenue.')
      .waitFor();
    await page.getByRole('combobox', { name: 'Acts on' }).fill('shop');
    await page.getByRole('option', { name: /^Web shop/ }).click();
    await page.getByRole('group', { name: 'Likelihood' }).getByText('4').click();
    await page.getByRole('group', { name: 'Impact' }).getByText('5').click();
    await page.getByLabel('New mitigation against it').fill('Take prices from the catalog');
    await page.getByRole('button', { name: 'Add mitigation' }).click();
    const mitigation = page.getByRole('region', { name: /^Mitigation: Take prices/ });
    await mitigation.getByLabel('Status').selectOption('In place');
    await page.getByRole('button', { name: 'Done', exact: true }).click();

    await page.getByRole('button', { name: /^Order, denial of service: 0 threats/ }).click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await expectOrder(page, ['Name the price of a seat', 'Denial of service of Order']);
    await page.getByText('no mitigation').waitFor();
    await page.getByRole('button', { name: 'Threat 1: Name the price of a seat' }).last().waitFor();

    const from = await page.getByRole('button', { name: /^Move “Denial of service/ }).boundingBox();
    const to = await page.getByRole('button', { name: /^Move “Name the price/ }).boundingBox();
    if (!from || !to) throw new Error('The handles are not drawn.');
    await page.mouse.move(from.x + 8, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(to.x + 8, to.y + 30, { steps: 4 });
    await page.mouse.move(to.x + 8, to.y + 2, { steps: 4 });
    await page.mouse.up();
    await expectOrder(page, ['Denial of service of Order', 'Name the price of a seat']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectOrder(page, ['Name the price of a seat', 'Denial of service of Order']);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expectOrder(page, ['Denial of service of Order', 'Name the price of a seat']);

    await expect
      .poll(async () => (await stored()).threats[1])
      .toMatchObject({ title: 'Name the price of a seat', stride: 'tampering', likelihood: 4, impact: 5 });
    const { threats, mitigations } = await stored();
    expect(threats[1]?.on).toEqual(['web']);
    expect(mitigations).toMatchObject([{ status: 'in-place', at: ['web'], threats: [threats[1]?.id] }]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('are written, rated, answered by a mitigation, and put in order by keyboard alone', async () => {
    const { page, context, errors, stored } = await openThreats(stage(), drawn);
    await tabTo(page, 'Tampering');
    await page.keyboard.press('Enter');
    await typeStatement(page, ['buyer', 'has an account', 'change an order of others', 'loss', 'trust']);
    expect(await focused(page)).toBe('Title');
    await tabTo(page, 'Acts on');
    await page.keyboard.type('orders');
    await page.keyboard.press('Enter');
    await tabTo(page, '1, rare');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, '1, negligible');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, 'New mitigation against it');
    await page.keyboard.type('Check the owner of each order');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Mitigation: Check the owner of each order' }).waitFor();
    await tabTo(page, 'Done');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Threat 1: Change an order of others');

    await tabTo(page, 'Buyer, spoofing');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Web shop, repudiation: 0 threats. Start one');
    await page.keyboard.press('Enter');
    await typeStatement(page, ['buyer', '', 'deny an order', '', '']);
    await tabTo(page, 'Done');
    await page.keyboard.press('Enter');
    await expectOrder(page, ['Change an order of others', 'Deny an order']);

    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('Move “Deny an order”, 2 of 2');
    await page.keyboard.press('Home');
    await expectOrder(page, ['Deny an order', 'Change an order of others']);
    await page.getByText('“Deny an order” is now 1 of 2.').waitFor();
    expect(await focused(page)).toBe('Move “Deny an order”, 1 of 2');
    await page.keyboard.press('ArrowDown');
    await expectOrder(page, ['Change an order of others', 'Deny an order']);
    await page.keyboard.press('Control+z');
    await expectOrder(page, ['Deny an order', 'Change an order of others']);

    await expect
      .poll(async () => (await stored()).threats)
      .toMatchObject([
        { title: 'Deny an order', stride: 'repudiation', on: ['web'] },
        { title: 'Change an order of others', on: ['orders'], likelihood: 2, impact: 5 },
      ]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('are rated by DREAD, moved by buttons, deleted and brought back', async () => {
    const { page, context, errors, stored } = await openThreats(stage(), written);
    await page.getByRole('button', { name: 'Threat 2: Flood the shop' }).first().click();
    await page.getByText('Rate by DREAD instead').click();
    const figures = { Damage: 6, Reproducibility: 9, Exploitability: 8, 'Affected users': 9 };
    for (const [name, figure] of Object.entries(figures)) await page.getByLabel(name).fill(String(figure));
    expect(await page.getByRole('button', { name: 'Take these levels' }).isDisabled()).toBe(true);
    await page.getByLabel('Discoverability').fill('10');
    await page.getByText('Likelihood 5, almost certain; impact 4, major.').waitFor();
    await page.getByRole('button', { name: 'Take these levels' }).click();
    await page
      .getByRole('row', { name: /^4 major/ })
      .getByRole('button', { name: /Flood the shop/ })
      .waitFor();

    await page.getByRole('button', { name: /^Move “Flood the shop”/ }).click();
    await page.getByRole('group', { name: 'Move “Flood the shop”' }).getByText('To first').click();
    await expectOrder(page, ['Flood the shop', 'Name the price', 'Deny an order']);
    await page.getByRole('button', { name: 'Delete this threat' }).click();
    await expectOrder(page, ['Name the price', 'Deny an order']);
    expect(await focused(page)).toBe('Threat 1: Name the price');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expectOrder(page, ['Flood the shop', 'Name the price', 'Deny an order']);
    await expect.poll(async () => (await stored()).threats[0]).toMatchObject({ likelihood: 5, impact: 4 });
    expect(errors).toEqual([]);
    await context.close();
  });

  it('keep what is said beside them: assumptions, answers, residual risk', async () => {
    const { page, context, errors, stored } = await openThreats(stage(), written);
    await page.getByLabel('New assumption').fill('Laptops are managed.');
    await page.keyboard.press('Enter');
    await page.getByLabel('Answer to question 1').fill('Support, for thirty days.');
    await page.getByRole('textbox', { name: 'Residual risk' }).fill('Support can still be bribed.');
    await page.getByRole('textbox', { name: 'Trade-offs' }).focus();
    await expect.poll(stored).toMatchObject({
      assumptions: [{}, { text: 'Laptops are managed.' }],
      questions: [{ text: 'Who may read the orders?', answer: 'Support, for thirty days.' }],
      residualRisk: 'Support can still be bribed.',
    });

    await page.getByRole('textbox', { name: 'Trade-offs' }).fill('Slower support.');
    await page.reload();
    await expect.poll(stored).toMatchObject({ tradeOffs: 'Slower support.' });
    expect(errors).toEqual([]);
    await context.close();
  });

  for (const look of looks) {
    it(`are readable at ${look.width} px, ${look.scheme}`, async () => {
      const { page, context, strangers, errors } = await openThreats(stage(), written, look);
      const check = async (name: string): Promise<void> => {
        await keepPicture(page, `threats-${name}-${look.width}-${look.scheme}`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      await check('list');
      await page.getByRole('button', { name: 'Threat 2: Flood the shop' }).first().click();
      await page.getByRole('combobox', { name: 'Acts on' }).click();
      await page.getByText('Rate by DREAD instead').click();
      await check('open');
      await page.getByRole('table').getByRole('button', { name: 'Take prices from the catalog' }).click();
      await check('mitigation');
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
