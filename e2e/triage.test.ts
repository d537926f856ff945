import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { TriageFile } from '#core/content/triage.ts';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, type Look, looks } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { ask } from './lab-steps.ts';
import { journeys, type StageForTests } from './stage.ts';

const slug = 'web-shop-before-the-sale';
const file = new URL(`../content/core/triage/${slug}.yaml`, import.meta.url);
const set: TriageFile = parse(readFileSync(file, 'utf8'));
const [expert] = set.experts;
if (!expert) throw new Error('The set has no expert.');
const titleOf = (id: string): string => set.findings.find((finding) => finding.id === id)?.title ?? id;
const falsePositives = set.findings.filter(({ falsePositive }) => falsePositive);

/** What is written reaches the server at the next pause. */
const soon = { timeout: 20_000 };

type Session = {
  readonly id: string;
  readonly revision: number;
  readonly draft: { readonly order: string[] };
};
const sessionId = (page: Page): string => new URL(page.url()).searchParams.get('session') ?? '';
const stored = async (page: Page): Promise<Session> =>
  (await ask(page, `/triage-sessions/${sessionId(page)}`)) as unknown as Session;

/** Opens the set without a go under way. */
async function openSet(stage: StageForTests, look?: Look) {
  const opened = await stage.open(`/triage/${slug}`, look);
  const { items } = (await ask(opened.page, '/triage-sessions')) as unknown as { items: { id: string }[] };
  for (const { id } of items)
    await opened.page.evaluate((where) => fetch(where, { method: 'DELETE' }), `/api/triage-sessions/${id}`);
  await opened.page.reload();
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}
const cardOf = (page: Page, id: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('group', { name: titleOf(id), exact: true }) });
const actOn = (page: Page, action: string, id: string): Promise<void> =>
  page.getByRole('button', { name: `${action} ${titleOf(id)}`, exact: true }).click();

journeys('triage', (stage) => {
  it('leads from the list to the result by mouse', { timeout: 120_000 }, async () => {
    await openSet(stage()).then(({ context }) => context.close());
    const { page, context, errors, strangers } = await stage().open('/triage');
    await page.getByRole('link', { name: set.title }).click();
    await page.getByRole('button', { name: 'Show the findings' }).click();
    const [first, second, third, fourth] = expert.take.map(({ id }) => id);
    if (!first || !second || !third || !fourth) throw new Error('The expert takes four.');

    await cardOf(page, second).getByText('Read').click();
    await page.getByText('Order numbers are consecutive.', { exact: false }).waitFor();
    await cardOf(page, first).getByText('Read').click();
    await cardOf(page, first).getByText('SARIF', { exact: true }).click();
    await page.getByText('"version": "2.1.0"', { exact: false }).waitFor();
    for (const { why } of expert.take) expect(await page.content()).not.toContain(why);

    // Both ends in view: a page that scrolls in between lets go of what is dragged.
    await page.setViewportSize({ width: 1280, height: 4000 });
    await cardOf(page, first).getByText('⠿').dragTo(page.getByText('Free').first());
    await page.getByText('1 of 4 taken').waitFor();
    const top = set.findings[0]?.id ?? '';
    await cardOf(page, second).getByText('⠿').dragTo(cardOf(page, top).getByRole('heading'));
    await expect.poll(async () => (await stored(page)).draft.order[0], soon).toBe(second);
    for (const id of [second, third, fourth]) await actOn(page, 'Take', id);
    expect(await page.getByRole('button', { name: `Take ${titleOf(top)}`, exact: true }).isDisabled()).toBe(
      true,
    );
    for (const { id, why } of expert.take) await page.getByLabel(`Why now: ${titleOf(id)}?`).fill(why);
    for (const { id, falsePositive } of falsePositives) {
      await actOn(page, 'Reject', id);
      await page.getByLabel(`Why is this none: ${titleOf(id)}?`).fill(falsePositive?.why ?? '');
    }
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('heading', { name: 'Two orders' }).waitFor();
    expect(await page.getByText('Well chosen', { exact: true }).count()).toBe(4);
    expect(await page.getByText('Rightly rejected', { exact: true }).count()).toBe(falsePositives.length);
    await page.goto(new URL('/history', page.url()).href);
    await page.getByRole('link', { name: set.title }).waitFor();
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
    await context.close();
  });

  it('is done by keyboard alone, and says what was wasted and what came too late', {
    timeout: 120_000,
  }, async () => {
    const { page, context, errors } = await openSet(stage());
    await tabTo(page, 'Show the findings');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Findings', exact: true }).waitFor();
    const second = set.findings[1]?.id ?? '';
    await tabTo(page, `Down ${titleOf(set.findings[0]?.id ?? '')}`);
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await stored(page)).draft.order[0], soon).toBe(second);
    for (const { id } of set.findings.slice(1, 5)) {
      await page.getByRole('button', { name: `Take ${titleOf(id)}`, exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    await page.getByText('4 of 4 taken').waitFor();
    await tabTo(page, 'Hand in', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What came too late' }).waitFor();
    await page.getByText('Wasted: a false positive').first().waitFor();
    await page.getByText('The words that show it', { exact: false }).first().waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is where it stopped after the server was killed', { timeout: 120_000 }, async () => {
    const { page, context } = await openSet(stage());
    await page.getByRole('button', { name: 'Show the findings' }).click();
    const id = expert.take[0]?.id ?? '';
    await actOn(page, 'Take', id);
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await stage().hotseat.kill();
    await page.getByLabel(`Why now: ${titleOf(id)}?`).fill('It is in KEV.');
    await page.getByText('Not saved yet', { exact: false }).first().waitFor();
    await stage().hotseat.restart();
    await page.getByText('Saved', { exact: true }).first().waitFor({ timeout: 30_000 });
    await page.reload();
    await expect
      .poll(() => page.getByLabel(`Why now: ${titleOf(id)}?`).inputValue(), soon)
      .toBe('It is in KEV.');
    await context.close();
  });

  it.for(looks)('is accessible at $width px in $scheme', { timeout: 120_000 }, async (look) => {
    const { page, context, errors } = await openSet(stage(), look);
    const check = async (what: string): Promise<void> => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepPicture(page, `triage-${what}-${look.width}-${look.scheme}`);
    };
    await page.getByRole('button', { name: 'Show the findings' }).waitFor();
    await check('intro');
    await page.getByRole('button', { name: 'Show the findings' }).click();
    for (const { id } of set.findings.slice(0, 4)) await actOn(page, 'Take', id);
    await actOn(page, 'Reject', set.findings[5]?.id ?? '');
    await cardOf(page, 'commerce-xxe').getByText('Read').click();
    await cardOf(page, 'commerce-xxe').getByText('SARIF', { exact: true }).click();
    await cardOf(page, 'return-label-of-others').getByText('Read').click();
    await check('desk');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('heading', { name: 'Two orders' }).waitFor();
    await check('result');
    await page.goto(new URL('/triage', page.url()).href);
    await page.getByRole('link', { name: set.title }).waitFor();
    await check('list');
    expect(errors).toEqual([]);
    await context.close();
  });
});
