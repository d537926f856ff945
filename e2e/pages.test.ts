import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { fairAnswer, handIn, scoreOneself } from './answers.ts';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, looks } from './browser.ts';
import { journeys } from './stage.ts';

journeys('every page', (stage) => {
  it('has something to show', async () => {
    const { page, context } = await stage().open('/');
    await handIn(page, 'password-storage', fairAnswer);
    await scoreOneself(page, 3);
    await handIn(page, 'password-storage', 'I would hash them with SHA-256 and a salt, that is secure.');
    await scoreOneself(page, 4);
    await context.close();
  });

  const pages = [
    ['today', '/', /Today|Next/],
    ['bank', '/bank', 'Question bank'],
    ['practice', '/practice/spring-file-upload-review', /Spring/],
    ['history', '/history', 'History'],
    ['guide', '/guide', 'Guide'],
    ['guide-page', '/guide/stage-design-round', /Security design/],
    ['accuracy', '/guide/accuracy', 'How right the grader is'],
    ['own-questions', '/own-questions', /Own questions|Your own questions/],
    ['own-question-new', '/own-questions/new', /question/i],
    ['settings', '/settings', 'Settings'],
    ['absent', '/nowhere', /nothing|not|no page/i],
  ] as const;

  for (const look of looks) {
    it.each(pages)(`is readable at ${look.width} px, ${look.scheme}: %s`, async (name, path, heading) => {
      const { page, context, strangers, errors } = await stage().open(path, look);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await page.waitForLoadState('networkidle');
      await keepPicture(page, `${name}-${look.width}-${look.scheme}`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    });

    it(`can be answered, scored and probed at ${look.width} px, ${look.scheme}`, async () => {
      const { page, context, errors } = await stage().open('/practice/sessions', look);
      const check = async (name: string): Promise<void> => {
        await keepPicture(page, `${name}-${look.width}-${look.scheme}`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      await page.getByRole('button', { name: 'Start answering' }).click();
      await page
        .getByLabel('Your answer')
        .fill('The identifier is long and random, so that nobody can guess it.');
      await check('desk');
      await page.getByRole('button', { name: /Hand in/ }).click();
      await page.getByRole('heading', { name: 'How did that go?' }).waitFor();
      await check('self-score');
      await scoreOneself(page, 2);
      await page.getByRole('button', { name: 'Hear the first follow-up' }).click();
      await page.locator('#reply').waitFor();
      await check('probe');
      expect(errors).toEqual([]);
      await context.close();
    });

    it(`shows result and comparison at ${look.width} px, ${look.scheme}`, async () => {
      const { page, context, errors } = await stage().open('/history?question=password-storage', look);
      const ticks = page.getByRole('checkbox');
      await ticks.first().waitFor();
      await ticks.nth(0).check();
      await ticks.nth(1).check();
      await page.getByRole('link', { name: 'Compare the two' }).click();
      await page.waitForURL(/\/compare/);
      await page.getByRole('table').first().waitFor();
      await page.getByText(/Score \d+ → \d+\./).waitFor();
      await page
        .getByRole('row', { name: /Wrong.*▼ new/ })
        .first()
        .waitFor();
      await keepPicture(page, `compare-${look.width}-${look.scheme}`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goto(new URL('/history', page.url()).href);
      await page.getByRole('link', { name: 'Storing passwords' }).last().click();
      await page.getByRole('heading', { name: 'Your answer' }).waitFor();
      await page.waitForLoadState('networkidle');
      await keepPicture(page, `result-${look.width}-${look.scheme}`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});

journeys('the question bank', (stage) => {
  it('searches as one types and filters, all by keyboard', async () => {
    const { page, context } = await stage().open('/bank');
    await page.locator('[data-row]').first().waitFor();
    const all = await page.locator('[data-row]').count();
    await page.keyboard.press('/');
    await page.keyboard.type('passkey');
    await expect.poll(() => page.locator('[data-row]').count()).toBeLessThan(all);
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toMatch(/passkey/i);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start answering' }).waitFor();
    await context.close();
  });

  it('says so when nothing matches, and offers the way back', async () => {
    const { page, context } = await stage().open('/bank?query=zzzzqqqq');
    await page.getByText('No question matches').waitFor();
    await page.getByLabel('Search the questions').fill('passkeys and phishing resistance '.repeat(10));
    await page.getByRole('link', { name: /Passkeys/ }).waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await page.locator('[data-row]').nth(20).waitFor();
    await page.getByLabel('Search the questions').fill('zzzzqqqq');
    await page.getByRole('button', { name: 'Show all questions' }).click();
    await page.locator('[data-row]').first().waitFor();
    await context.close();
  });
});

journeys('own questions', (stage) => {
  it('can be added, practiced and graded against the model answer', async () => {
    const { page, context } = await stage().open('/own-questions/new');
    await page.getByLabel('Title').fill('Why HSTS');
    await page
      .getByLabel('What the interviewer asks')
      .fill('What does HSTS do for a site, and what does it not do?');
    await page
      .getByLabel('Your model answer')
      .fill(
        'HSTS tells the browser to use HTTPS only for this host from now on. It stops an attacker from stripping TLS on later visits. The first visit is not protected unless the host is preloaded.',
      );
    await page.getByRole('button', { name: 'Save the question' }).click();
    await page
      .getByRole('link', { name: /Why HSTS|Practice/ })
      .first()
      .waitFor();
    const slug = await page.evaluate(async () => {
      const response = await fetch('/api/own-questions');
      return (await response.json()).items[0].slug as string;
    });
    await handIn(
      page,
      slug,
      'The browser remembers that this host must be reached over HTTPS only, so nobody can strip TLS on later visits.',
    );
    await scoreOneself(page, 3);
    expect(await page.locator('mark').count()).toBeGreaterThan(0);
    await expectAccessible(page);
    await keepPicture(page, 'own-result');
    await context.close();
  });
});

journeys('a model answer', (stage) => {
  it('that is pasted too long stays whole, and is not saved before it is shortened', async () => {
    const { page, context } = await stage().open('/own-questions/new');
    await page.getByLabel('Title').fill('Long');
    await page.getByLabel('What the interviewer asks').fill('What is long?');
    const model = page.getByLabel('Your model answer');
    await model.fill('One more sentence. '.repeat(500));
    await page.getByText('1,500 characters too long').waitFor();
    await page.getByRole('button', { name: 'Save the question' }).click();
    expect(await model.evaluate((field) => field === document.activeElement)).toBe(true);
    expect((await model.inputValue()).length).toBe(9_500);
    await expectAccessible(page);
    await model.fill('One more sentence. '.repeat(400));
    await page.getByText('400 characters left').waitFor();
    await page.getByRole('button', { name: 'Save the question' }).click();
    await page.getByRole('link', { name: 'Long', exact: true }).waitFor();
    await context.close();
  });
});

journeys('a question that is being written', (stage) => {
  it('is not left by accident, and not asked about once it is saved', async () => {
    const { page, context } = await stage().open('/own-questions/new');
    await page.getByLabel('Title').fill('Half a thought');
    await page.getByRole('link', { name: 'Guide' }).click();
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'leave-guard');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Title').inputValue()).toBe('Half a thought');
    await page.getByRole('link', { name: 'Guide' }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Guide' }).waitFor();
    await context.close();
  });
});

journeys('what asks before it deletes', (stage) => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || '');

  it('keeps an attempt on Enter and on Escape, and deletes it only when told to', async () => {
    const { page, context } = await stage().open('/');
    await handIn(page, 'sessions', 'The identifier is long and random.');
    await scoreOneself(page, 2);
    await page.goto(new URL('/history', page.url()).href);
    const remove = page.getByRole('button', { name: /^Delete / });
    for (const key of ['Enter', 'Escape']) {
      await remove.click();
      await page.getByRole('dialog').waitFor();
      expect(await focused(page)).toBe('Keep it');
      await expectAccessible(page);
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await focused(page)).toMatch(/^Delete /);
    }
    await remove.click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.getByText('No attempts yet').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    await context.close();
  });

  it('puts the focus into the field that has to be filled before everything is deleted', async () => {
    const { page, context } = await stage().open('/settings');
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await focused(page)).toBe('confirm');
    await page.keyboard.type('no');
    await page.keyboard.press('Enter');
    expect(
      await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).isDisabled(),
    ).toBe(true);
    await context.close();
  });
});

journeys('the data', (stage) => {
  it('is exported, deleted for good, and imported again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hotseat-export-'));
    const { page, context } = await stage().open('/');
    await handIn(page, 'password-storage', fairAnswer);
    await scoreOneself(page, 3);
    await page.goto(new URL('/settings', page.url()).href);
    const download = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /Export/ })
      .or(page.getByRole('button', { name: /Export/ }))
      .first()
      .click();
    const file = join(folder, 'export.json');
    await (await download).saveAs(file);
    expect(readFileSync(file, 'utf8')).toContain('graphics cards');

    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByLabel(/Type “delete”/).fill('delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('heading', { name: 'Take the seat' }).waitFor();
    expect(readFileSync(join(stage().hotseat.home, 'hotseat.db')).includes('graphics cards')).toBe(false);

    await page.goto(new URL('/settings', page.url()).href);
    const input = page.locator('input[type=file]');
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"format":"something else"}');
    await input.setInputFiles(broken);
    await page.getByRole('alert').getByText('not a file that Hotseat exported').waitFor();
    const edited = join(folder, 'edited.json');
    writeFileSync(edited, readFileSync(file, 'utf8').replace('"selfScore":3', '"selfScore":9'));
    await input.setInputFiles(edited);
    await page.getByRole('alert').getByText('attempts[0].selfScore').waitFor();
    await input.setInputFiles(file);
    await page.getByText(/Adds 1 attempt\./).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Merge it in' }).click();
    await page.getByText('Imported: 1 attempt').waitFor();
    await page.goto(new URL('/history', page.url()).href);
    await page.getByRole('link', { name: 'Storing passwords' }).waitFor();
    rmSync(folder, { recursive: true, force: true });
    await context.close();
  });

  it('keeps the theme and the interview date', async () => {
    const { page, context } = await stage().open('/settings');
    await page.getByLabel('Interview date').fill('2030-01-15');
    await page.getByLabel('Dark').check();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.outerHTML.slice(0, 300)))
      .toMatch(/dark/);
    await page.waitForLoadState('networkidle');
    await page.reload();
    await expect.poll(() => page.getByLabel('Interview date').inputValue()).toBe('2030-01-15');
    await page.goto(new URL('/', page.url()).href);
    await page
      .getByText(/days? to|days? until/)
      .first()
      .waitFor();
    await context.close();
  });
});
