import type { Page } from 'playwright-core';
import { expect, it, type TestContext } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, looks } from './browser.ts';
import { type LabJourney, labJourneys } from './lab-attacks.ts';
import { ask, attack, flawOf, handInReview, reportFlaw, toStep, writeReference } from './lab-steps.ts';
import { journeys, type StageForTests } from './stage.ts';

type Ready = { readonly ready: boolean; readonly message?: string };
type Skip = TestContext['skip'];

/** Opens a lab and starts it; the test is skipped where the lab's language does not run here. */
async function started(stage: StageForTests, journey: LabJourney, skip: Skip) {
  const opened = await stage.open(`/labs/${journey.slug}`);
  const { availability } = (await ask(opened.page, `/labs/${journey.slug}`)) as { availability: Ready };
  if (!availability.ready) await opened.context.close();
  skip(!availability.ready, availability.message);
  await opened.page.getByRole('button', { name: 'Start the lab' }).click();
  await opened.page.getByRole('textbox', { name: /^Code:/ }).waitFor();
  return opened;
}

journeys('a lab', (stage) => {
  it.for(labJourneys)(
    'leads from the review to the explanation: $language',
    { timeout: 120_000 },
    async (journey, { skip }) => {
      const { page, context, strangers, errors } = await started(stage(), journey, skip);
      await walk(page, journey);
      expect(strangers).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});

journeys('a fix that is being written', (stage) => {
  it('is saved as one types, is there after a reload, and can be reset', async () => {
    const { page, context, errors } = await stage().open('/labs/workspace-settings');
    await page.getByRole('button', { name: 'Start the lab' }).click();
    await page.getByRole('textbox', { name: /^Code:/ }).waitFor();
    await handInReview(page);
    await toStep(page, 'Fix');
    const editor = page.getByRole('textbox', { name: 'Editor: src/settings/change.js' });
    await editor.click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('// g h l: letters, not shortcuts\n');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.reload();
    await page.getByText('// g h l: letters, not shortcuts').waitFor();
    await page.getByLabel('Show my changes').check();
    await page.getByRole('button', { name: 'Take back' }).waitFor();
    await page.getByRole('button', { name: 'Reset this file' }).click();
    await page.getByText('// g h l: letters, not shortcuts').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await context.close();
  });
});

async function walk(page: Page, journey: LabJourney): Promise<void> {
  await reportFlaw(page, flawOf(journey));
  await handInReview(page);
  await page.getByText(/^(Found|Partly found) by your finding 1/).waitFor();

  await toStep(page, 'Exploit');
  await page.getByRole('button', { name: 'Start the app' }).click();
  await page.getByText('The app runs').waitFor({ timeout: 60_000 });
  await attack(page, journey.attacks);
  await page.getByText('The attack works', { exact: true }).first().waitFor();

  await toStep(page, 'Fix');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('The fix does not hold yet.').waitFor({ timeout: 60_000 });
  await page.getByText('What an attacker has').first().waitFor();
  await writeReference(page, journey.slug);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText(/The fix holds/).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { name: 'Tempting and wrong' }).waitFor();
  await page.getByRole('heading', { name: 'Debrief' }).waitFor();

  await toStep(page, 'Explain');
  await page.getByLabel('What you tell the developer').fill(journey.explanation);
  await page.getByRole('button', { name: /^Grade it/ }).click();
  await page.getByRole('heading', { name: 'What was heard' }).waitFor();
  expect(await page.locator('mark').count()).toBeGreaterThan(0);
  await page.getByText('This go is finished.').waitFor();
}

journeys('the pages of labs', (stage) => {
  const [journey] = labJourneys;
  for (const look of looks) {
    it(`are readable at ${look.width} px, ${look.scheme}`, { timeout: 180_000 }, async ({ skip }) => {
      if (!journey) throw new Error('There is no journey.');
      const { page, context, errors } = await stage().open('/labs', look);
      const check = async (name: string): Promise<void> => {
        await page.waitForLoadState('networkidle');
        await keepPicture(page, `lab-${name}-${look.width}-${look.scheme}`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };
      const code = async (): Promise<void> => {
        if (look.width === 390) await page.getByRole('button', { name: 'Code', exact: true }).click();
        await page.getByRole('textbox', { name: /^(Code|Editor):/ }).waitFor();
      };
      await page.getByRole('link', { name: 'Nested workspace settings' }).waitFor();
      await check('list');
      await page.goto(new URL(`/labs/${journey.slug}`, page.url()).href);
      const again = await page.getByRole('button', { name: 'Start again' }).isVisible();
      await page.getByRole('button', { name: /^Start (the lab|again)$/ }).waitFor();
      await check(again ? 'again' : 'intro');
      await ask(page, `/labs/${journey.slug}/sessions`, 'POST', { timed: true, again: true });
      await page.reload();
      await code();
      await check('spot');
      await reportFlaw(page, flawOf(journey));
      await check('findings');
      await handInReview(page);
      await check('review');
      const lab = await ask(page, `/labs/${journey.slug}`);
      const { ready, message } = lab.availability as Ready;
      skip(!ready, message);
      await toStep(page, 'Exploit');
      await page.getByRole('button', { name: 'Start the app' }).click();
      await page.getByText('The app runs').waitFor({ timeout: 60_000 });
      await attack(page, journey.attacks);
      await page.getByText('The attack works', { exact: true }).first().waitFor();
      await check('exploit');
      await toStep(page, 'Fix');
      await code();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByText('The fix does not hold yet.').waitFor({ timeout: 60_000 });
      await check('run');
      await page.getByRole('button', { name: 'Show the solution' }).click();
      await page.getByRole('button', { name: 'Show it' }).click();
      await page.getByRole('heading', { name: 'Debrief' }).waitFor();
      await check('solution');
      await toStep(page, 'Explain');
      await page.getByLabel('What you tell the developer').fill(journey.explanation);
      await page.getByRole('button', { name: /^Grade it/ }).click();
      await page.getByRole('heading', { name: 'What was heard' }).waitFor();
      await check('explain');
      await page.goto(new URL('/history', page.url()).href);
      await page.getByRole('heading', { name: 'Labs' }).waitFor();
      await check('history');
      expect(errors).toEqual([]);
      await context.close();
    });
  }
});
