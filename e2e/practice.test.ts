import { expect, it } from 'vitest';
import { fairAnswer, handIn, scoreOneself } from './answers.ts';
import { expectAccessible, keepPicture } from './browser.ts';
import { journeys } from './stage.ts';

journeys('practicing a question', (stage) => {
  it('takes a newcomer into a first question in two clicks', async () => {
    const { page, context } = await stage().open('/');
    await page.getByRole('heading', { name: 'Take the seat' }).waitFor();
    await page.getByText(/[?.]”$/).waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'first-time');
    await page.getByRole('link', { name: 'Answer it' }).click();
    await page.getByRole('button', { name: 'Start answering' }).click();
    await page.getByLabel('Your answer').waitFor();
    await context.close();
  });

  it('grades with quotes only after the candidate has scored the answer', async () => {
    const { page, context, strangers, errors } = await stage().open('/');
    const told: string[] = [];
    page.on('response', async (response) => {
      if (response.url().includes('/api/')) told.push(await response.text().catch(() => ''));
    });
    await handIn(page, 'password-storage', fairAnswer);
    await expectAccessible(page);
    expect(told.join('\n')).not.toMatch(/made for passwords, such as Argon2id|"tier"|paraphrases/);

    await scoreOneself(page, 3);
    const marks = page.locator('mark');
    expect(await marks.count()).toBeGreaterThan(0);
    const marked = (await marks.allInnerTexts()).join(' ');
    expect(marked).toContain('Argon2id');
    await expectAccessible(page);
    await keepPicture(page, 'result');
    await page.getByRole('button', { name: 'Read it now' }).click();
    await page.getByRole('heading', { name: 'How a strong answer runs' }).waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'debrief');
    expect(strangers).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('asks on about what is missing and keeps that credit apart', async () => {
    const { page, context } = await stage().open('/');
    await handIn(page, 'password-storage', fairAnswer);
    await scoreOneself(page, 2);
    await page.getByRole('button', { name: 'Hear the first follow-up' }).click();
    const reply = page.locator('#reply');
    await reply.waitFor();
    await expectAccessible(page);
    await reply.fill(
      'When somebody logs in successfully I verify the old hash and write the new one, and I wrap the legacy SHA-1 values in Argon2 right away.',
    );
    await page.getByRole('button', { name: /^Reply/ }).click();
    await page
      .getByRole('button', { name: 'Next follow-up' })
      .or(page.getByText('The interviewer has no more questions.'))
      .first()
      .waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/wrap the legacy SHA-1 values.*(Met|Missed|Not sure)/s);
    await keepPicture(page, 'probes');
    await context.close();
  });

  it('lets the candidate overrule a verdict with the words that say it, and take that back', async () => {
    const { page, context } = await stage().open('/');
    await handIn(page, 'password-storage', `${fairAnswer} We look at the numbers every year.`);
    await scoreOneself(page, 3);
    await page
      .getByRole('button', { name: /^I did say this/ })
      .first()
      .click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words');
    await page
      .getByLabel('Select the words that say it')
      .evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(0, 40));
    await page.getByLabel('Select the words that say it').focus();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('button', { name: 'Count it my way' }).click();
    const withdraw = page.getByRole('button', { name: /^Take it back/ }).first();
    await withdraw.waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await expect.poll(focused).toMatch(/^entry-point:/);
    await withdraw.click();
    await withdraw.waitFor({ state: 'detached' });
    await expect.poll(focused).toMatch(/^entry-point:/);
    await context.close();
  });

  it('can be done by keyboard alone, from the start page to the grade', async () => {
    const { page, context } = await stage().open('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('sessions');
    await page
      .getByRole('option', { name: /Session management/ })
      .first()
      .waitFor();
    while (
      !(await page.getByRole('option', { selected: true }).textContent())?.includes('Session management')
    ) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    const start = page.getByRole('button', { name: 'Start answering' });
    await start.waitFor();
    for (
      let steps = 0;
      steps < 60 && !(await start.evaluate((button) => button === document.activeElement));
      steps += 1
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByLabel('Your answer').waitFor();
    await page.keyboard.type(
      'The session identifier is random and opaque, and it is replaced when somebody signs in.',
    );
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'How did that go?' }).waitFor();
    await page.keyboard.press('2');
    for (let steps = 0; steps < 60; steps += 1) {
      if (
        await page
          .getByRole('button', { name: 'Show the grade' })
          .evaluate((button) => button === document.activeElement)
      )
        break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your answer' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await context.close();
  });
});

journeys('losing nothing', (stage) => {
  it('keeps the draft when browser and server are killed', async () => {
    const { hotseat } = stage();
    const first = await stage().open('/practice/passkeys');
    await first.page.getByRole('button', { name: 'Start answering' }).click();
    await first.page.getByLabel('Your answer').fill('The device signs a challenge.');
    await first.page.getByText('Saved', { exact: true }).first().waitFor();
    await first.context.close();
    await hotseat.restart();
    const second = await stage().open('/practice/passkeys');
    await second.page.getByLabel('Your answer').waitFor();
    expect(await second.page.getByLabel('Your answer').inputValue()).toBe('The device signs a challenge.');
    await second.context.close();
  });

  it('keeps what is typed while the server is gone, says so, and saves it when it is back', async () => {
    const { hotseat } = stage();
    const { page, context } = await stage().open('/practice/fuzzing');
    await page.getByRole('button', { name: 'Start answering' }).click();
    await page.getByLabel('Your answer').fill('First words.');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await hotseat.kill();
    await page.getByLabel('Your answer').fill('First words. Then some while it was gone.');
    await page.getByText('your text is kept in this browser').first().waitFor();
    await keepPicture(page, 'server-gone');
    await page.reload().catch(() => undefined);
    await hotseat.restart();
    await page.goto(new URL('/practice/fuzzing', hotseat.url).href);
    await page.getByLabel('Your answer').waitFor();
    expect(await page.getByLabel('Your answer').inputValue()).toBe(
      'First words. Then some while it was gone.',
    );
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await context.close();
  });

  it('shows both versions when two tabs write the same answer', async () => {
    const one = await stage().open('/practice/business-logic');
    await one.page.getByRole('button', { name: 'Start answering' }).click();
    await one.page.getByLabel('Your answer').fill('Written first.');
    await one.page.getByText('Saved', { exact: true }).first().waitFor();
    const two = await stage().open('/practice/business-logic');
    await two.page.getByLabel('Your answer').fill('Written in the second tab.');
    await two.page.getByText('Saved', { exact: true }).first().waitFor();
    await one.page.getByLabel('Your answer').fill('Written first, and then more.');
    await one.page.getByText('This answer was also written in another tab.').waitFor();
    await one.page.getByText('Written in the second tab.').waitFor();
    await expectAccessible(one.page);
    await keepPicture(one.page, 'two-tabs');
    await one.page.getByRole('button', { name: 'Keep mine' }).click();
    await one.page.getByText('Saved', { exact: true }).first().waitFor();
    expect(await one.page.getByLabel('Your answer').inputValue()).toBe('Written first, and then more.');
    await one.context.close();
    await two.context.close();
  });

  it('takes a text in whole that is too long, says so before and at the limit, and saves it once it fits', async () => {
    const { page, context } = await stage().open('/practice/graphql-security');
    await page.getByRole('button', { name: 'Start answering' }).click();
    const answer = page.getByLabel('Your answer');
    await answer.fill('word '.repeat(7_900));
    await page.getByText('500 characters left of 40,000.').waitFor();
    await page.getByText('Saved', { exact: true }).first().waitFor();

    const pasted = 'word '.repeat(8_200);
    await answer.evaluate((field: HTMLTextAreaElement, text) => {
      field.select();
      document.execCommand('insertText', false, text);
    }, pasted);
    await page.getByText('1,000 characters too long').waitFor();
    await page.getByText('Not saved: too long.').first().waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'too-long');
    await page.getByRole('button', { name: /Hand in/ }).click();
    await page.getByText('Shorten your answer first.').waitFor();
    await page.reload();
    await answer.waitFor();
    expect(await answer.inputValue()).toBe(pasted);

    await answer.fill(pasted.slice(0, 40_000));
    await page.getByText('Full: 40,000 characters is the most.').waitFor();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await context.close();
  });
});
