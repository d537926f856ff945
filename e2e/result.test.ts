import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { fairAnswer, handIn, scoreOneself } from './answers.ts';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, type Look } from './browser.ts';
import { journeys } from './stage.ts';

const wrongIdea =
  'Everyone has to change the password every three months, so passwords expire before they are cracked.';
const tuned =
  'I measure the cost on our own login servers and raise it every year, with the parameters in the stored string.';
/** So long that it has to scroll beside its points; the words that count are at both ends. */
const longAnswer = `${wrongIdea} ${fairAnswer}\n\n${'Then I would sit down with the team and talk it over at length, over coffee. '.repeat(60)}\n\n${tuned}`;

const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

journeys('the result', (stage) => {
  async function result(answer: string, look?: Look) {
    const opened = await stage().open('/', look);
    await handIn(opened.page, 'password-storage', answer);
    await scoreOneself(opened.page, 3);
    return opened;
  }

  it('explains the score: what counts, what full marks need, what was taken off and for what', async () => {
    const { page, context, errors } = await result(`${wrongIdea} ${fairAnswer}`);
    const score = (await page.getByRole('heading', { level: 2, name: /\/ 100/ }).textContent())?.match(
      /(\d+)\s*\//,
    )?.[1];
    const sheet = page.getByRole('region', { name: `How the ${score} comes about` });
    await sheet.getByRole('row', { name: /^Must [\d.]+ of 12 12$/ }).waitFor();
    await sheet.getByRole('row', { name: /^Bonus 0 of 2 extra$/ }).waitFor();
    const figures = await sheet.locator('tbody').last().locator('td').allInnerTexts();
    expect(figures.slice(-2)).toEqual(['−15', score]);
    expect(Number(figures[0])).toBe(Number(score) + 15);
    await sheet.getByText('How points count').click();
    await sheet.getByText('A must weighs 3, a should 2, a bonus 1.').waitFor();
    await expectAccessible(page);
    await sheet.getByRole('link', { name: /^M1/ }).focus();
    await page.keyboard.press('Enter');
    expect(await isFocused(page, 'li[id^="entry-misconception:"]')).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('keeps the answer beside the points, which lead to its words and back by keyboard', async () => {
    const { page, context } = await result(longAnswer);
    const column = page.locator('[data-answer-column]');
    const quote = page.locator('li[id^="entry-point:"] button', { hasText: 'salt' }).first();
    await quote.focus();
    const before = await scrolled(page);
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    expect(await isFocused(page, '[data-answer-column] a[id^="words-point:"]')).toBe(true);
    expect(await scrolled(page)).toBe(before);
    await page.keyboard.press('Enter');
    expect(await isFocused(page, 'li[id^="entry-point:"]')).toBe(true);

    await page.locator('li[id^="entry-point:"]').nth(5).scrollIntoViewIfNeeded();
    expect(await scrolled(page)).toBeGreaterThan(before);
    const box = await column.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
    await keepPicture(page, 'result-beside');
    await context.close();
  });

  it('brings the words of the point under the pointer into view without moving the page', async () => {
    const { page, context } = await result(longAnswer);
    const entry = page.locator('li[id="entry-point:cost-tuned"]');
    const words = page.locator('mark', { hasText: 'measure the cost' });
    await entry.scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    expect((await words.boundingBox())?.y).toBeGreaterThan(900);
    await entry.hover();
    await expect.poll(async () => (await words.boundingBox())?.y).toBeLessThan(900);
    expect(await scrolled(page)).toBe(before);
    await context.close();
  });

  it('puts the points below the answer on a phone and leads from the one to the other', async () => {
    const { page, context } = await result(longAnswer, { width: 390, scheme: 'light' });
    await expectNoSidewaysScroll(page);
    const quote = page.locator('li[id^="entry-misconception:"] button').first();
    await quote.click();
    const note = page.locator('a[id^="words-misconception:"]');
    expect(await isFocused(page, 'a[id^="words-misconception:"]')).toBe(true);
    const box = await note.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(844);
    await note.click();
    expect(await isFocused(page, 'li[id^="entry-misconception:"]')).toBe(true);
    await context.close();
  });
});
