import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ScenarioFile } from '#core/content/scenario.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { expectAccessible, expectNoSidewaysScroll, keepPicture, type Look, looks } from './browser.ts';
import { focused, tabTo } from './keyboard.ts';
import { ask } from './lab-steps.ts';
import { journeys, type StageForTests } from './stage.ts';

const slug = 'image-upload';
const folder = new URL(`../content/core/scenarios/${slug}/`, import.meta.url);
const scenario: ScenarioFile = parse(readFileSync(new URL('scenario.yaml', folder), 'utf8'));
const reference: ThreatModel = JSON.parse(readFileSync(new URL('reference-coarse.json', folder), 'utf8'));
const says = (id: string): string => scenario.facts.find((fact) => fact.id === id)?.says ?? '';

type Session = {
  readonly id: string;
  readonly revision: number;
  readonly draft: { readonly model: ThreatModel };
};

async function openIntro(stage: StageForTests, look?: Look, path = '') {
  return stage.open(`/scenarios/${slug}${path}`, look);
}
/** Each journey begins without a round under way. */
async function clear(page: Page): Promise<void> {
  const { items } = (await ask(page, '/scenario-sessions')) as unknown as { items: { id: string }[] };
  for (const { id } of items)
    await page.evaluate((where) => fetch(where, { method: 'DELETE' }), `/api/scenario-sessions/${id}`);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}
const stages = (page: Page) => page.getByRole('navigation', { name: 'Stages of the round' });
const toStage = (page: Page, name: string): Promise<void> =>
  stages(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
const sessionId = (page: Page): string => new URL(page.url()).searchParams.get('session') ?? '';
const stored = async (page: Page): Promise<Session> =>
  (await ask(page, `/scenario-sessions/${sessionId(page)}`)) as unknown as Session;

/** A round that is handed in with a reference as the model, made without the page. */
async function gradedRound(page: Page): Promise<string> {
  const { id } = (await ask(page, `/scenarios/${slug}/sessions`, 'POST', {
    mode: 'exam',
  })) as unknown as Session;
  const at = `/scenario-sessions/${id}`;
  await ask(page, `${at}/questions`, 'POST', { question: 'Who may upload photos?', elapsedSeconds: 60 });
  await ask(page, `${at}/questions`, 'POST', { question: 'What color is the logo?', elapsedSeconds: 90 });
  await ask(page, `${at}/twist`, 'POST', { elapsedSeconds: 2900 });
  const threats = [
    ...reference.threats.slice(1),
    {
      ...reference.threats[0],
      id: 'own',
      title: 'Anybody without a session uploads files',
      stride: 'spoofing',
    },
  ];
  const model = { ...reference, elements: reference.elements, threats, mitigations: [] };
  const log = [
    [0, 'stage', 'scoping'],
    [400, 'stage', 'model'],
    [1300, 'stage', 'threats'],
    ...threats.map((threat, index) => [1400 + 150 * index, 'threat', threat.id]),
    [2900, 'stage', 'twist'],
  ];
  const draft = { stage: 'closing', model, twistReply: scenario.twist.reference, log, judgments: {} };
  await ask(page, `${at}/draft`, 'PUT', { ...draft, elapsedSeconds: 3400, revision: 0 });
  await ask(page, `${at}/hand-in`, 'POST', { revision: 1 });
  await ask(page, `${at}/closing`, 'POST', {});
  return id;
}

journeys('a design round', (stage) => {
  it('leads from the brief to the grade by mouse', { timeout: 180_000 }, async () => {
    const { page, context, errors, strangers } = await stage().open('/scenarios');
    await page.getByRole('link', { name: scenario.title }).click();
    await page.getByText('Untimed.').click();
    await page.getByRole('button', { name: 'Start the round' }).click();

    const question = page.getByLabel('Ask the interviewer');
    await question.fill('Who can upload images? Do they need an account?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('log').getByText(says('who-uploads')).waitFor();
    await question.fill('How many people work in the team?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('That is not known, or nobody has decided it.').waitFor();
    expect(await page.content()).not.toContain(says('resizer-rights'));

    await toStage(page, 'Model');
    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    for (const [kind, name] of [
      ['Actor', 'Seller'],
      ['Process', 'Upload API'],
      ['Process', 'Resizer'],
    ] as const) {
      await page.getByRole('button', { name: `+ ${kind}` }).click();
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByLabel('Name', { exact: true }).press('Tab');
    }
    await expect.poll(async () => (await stored(page)).draft.model.elements.length).toBe(3);

    await toStage(page, 'Threats');
    await page.getByRole('button', { name: 'Elevation of privilege', exact: true }).click();
    await page.getByLabel('Source').fill('seller');
    await page.getByLabel('Action').fill('upload a crafted image that runs code in the resizer');
    await page.getByLabel('Impact').fill('access to every bucket of the shop');
    await page.getByRole('combobox', { name: 'Acts on' }).fill('resizer');
    await page.getByRole('option', { name: /^Resizer/ }).click();
    await page.getByRole('button', { name: 'Done', exact: true }).click();

    await toStage(page, 'Mitigations');
    await page.getByRole('heading', { name: 'Priorities' }).waitFor();
    await toStage(page, 'Twist');
    await page.getByRole('button', { name: 'Hear the twist' }).click();
    await page.getByText(scenario.twist.prompt).waitFor();
    await page
      .getByLabel('What changes?')
      .fill('Identity cards need a bucket of their own and short retention.');

    await toStage(page, 'Closing');
    await page
      .getByRole('textbox', { name: 'Residual risk' })
      .fill('A bug in a codec that nobody knows stays possible.');
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in', exact: true }).click();

    await page.getByRole('heading', { name: 'Follow-ups' }).waitFor({ timeout: 60_000 });
    expect(await page.content()).not.toContain(says('resizer-rights'));
    await keepPicture(page, 'scenario-follow-ups');
    await page.getByLabel('Your reply').fill('An SVG that we serve runs script on the origin of the shop.');
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByText(/^2 of/).waitFor();
    await page.getByLabel('Your reply').fill('The metadata service answers');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Your reply').inputValue()).toBe('The metadata service answers');
    await page.getByRole('button', { name: 'Show the grade' }).click();

    await page.getByRole('heading', { name: 'Five dimensions' }).waitFor();
    await page.getByText(/of 100 points/).waitFor();
    await page.getByText('A crafted picture runs code in the resizer', { exact: false }).first().waitFor();
    await page.getByText(says('resizer-rights'), { exact: false }).first().waitFor();
    await page.getByText('Your first threat that must be there came after').waitFor();
    await page.goto(new URL('/scenarios', page.url()).href);
    await page
      .getByText(/\d+ \/ 100/)
      .first()
      .waitFor();
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
    await context.close();
  });

  it('leads from the brief to the grade by keyboard alone', { timeout: 180_000 }, async () => {
    const { page, context, errors } = await openIntro(stage());
    await clear(page);
    const press = (...keys: readonly string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    await tabTo(page, 'Coached.');
    await tabTo(page, 'Start the round');
    await press('Enter');
    await page.getByRole('heading', { name: 'Assumptions' }).waitFor();
    await tabTo(page, 'Ask the interviewer');
    await page.keyboard.type('Which formats do you accept, and which library decodes them?');
    await press('Enter');
    await page.getByRole('log').getByText(says('formats-and-library')).waitFor();

    await tabTo(page, 'Model', 'Shift+Tab');
    await press('Enter');
    // Its code is fetched when it is first shown.
    await page.getByRole('textbox', { name: 'Add by typing' }).waitFor();
    await tabTo(page, 'Add by typing');
    for (const line of [
      'actor Seller',
      'boundary Backend',
      'process Resizer in Backend',
      'flow Photo from Seller to Resizer',
    ])
      await page.keyboard.type(`${line}\n`);
    await expect.poll(async () => (await stored(page)).draft.model.flows.length).toBe(1);

    await tabTo(page, 'Threats', 'Shift+Tab');
    await press('Enter');
    await tabTo(page, 'Denial of service');
    await press('Enter');
    expect(await focused(page)).toBe('Source');
    for (const part of [
      'seller',
      '',
      'upload a small file that unpacks to gigabytes',
      'the workers stop',
      'the resizer',
    ]) {
      await page.keyboard.type(part);
      await press('Tab');
    }
    await tabTo(page, 'Closing', 'Shift+Tab');
    await press('Enter');
    await tabTo(page, 'Residual risk');
    await page.keyboard.type('Codecs keep having bugs.');
    await tabTo(page, 'Hand in');
    await press('Enter', 'Enter');
    await page.getByRole('heading', { name: 'Follow-ups' }).waitFor({ timeout: 60_000 });
    await tabTo(page, 'Your reply');
    await page.keyboard.type('The decoder runs in the same container as the API.');
    await tabTo(page, 'Reply');
    await press('Enter');
    await page.getByText(/^2 of/).waitFor();
    await tabTo(page, 'Show the grade');
    await press('Enter');
    await page.getByRole('heading', { name: 'Five dimensions' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  it('is where it stopped after browser and server were killed', { timeout: 180_000 }, async () => {
    const first = await openIntro(stage());
    await clear(first.page);
    await first.page.getByText('Exam.').click();
    await first.page.getByRole('button', { name: 'Start the round' }).click();
    await first.page.getByText('Let us begin with scoping.').waitFor();
    await toStage(first.page, 'Twist');
    await first.page.getByRole('button', { name: 'Hear the twist' }).click();
    await first.page.getByLabel('What changes?').fill('Cards need a place');
    await first.page.getByText('Saved', { exact: true }).first().waitFor();
    await expect.poll(async () => (await stored(first.page)).revision).toBeGreaterThan(0);
    await stage().hotseat.kill();
    await first.page.getByLabel('What changes?').fill('Cards need a place of their own');
    await first.page.getByText('Not saved yet', { exact: false }).first().waitFor();
    await stage().hotseat.restart();
    await first.page.getByText('Saved', { exact: true }).first().waitFor({ timeout: 30_000 });
    await first.context.close();

    const second = await openIntro(stage());
    await second.page.getByRole('link', { name: 'Resume your round' }).click();
    await expect
      .poll(() => second.page.getByLabel('What changes?').inputValue())
      .toBe('Cards need a place of their own');
    await second.page.getByText(scenario.twist.prompt).waitFor();
    await second.page.getByText(/left of 1:00:00/).waitFor();
    await clear(second.page);
    await second.context.close();
  });

  it.for(looks)('is accessible at $width px in $scheme', { timeout: 180_000 }, async (look) => {
    const name = `${look.width}-${look.scheme}`;
    const { page, context, errors } = await openIntro(stage(), look);
    await clear(page);
    await page.getByRole('heading', { name: scenario.title }).waitFor();
    const check = async (what: string): Promise<void> => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepPicture(page, `scenario-${what}-${name}`);
    };
    await check('intro');
    await page.getByRole('button', { name: 'Start the round' }).click();
    await page.getByLabel('Ask the interviewer').fill('Are sizes limited, and how often may one upload?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('log').getByText(says('limits')).waitFor();
    await check('scoping');
    for (const each of ['Model', 'Threats', 'Mitigations', 'Twist', 'Closing']) {
      await toStage(page, each);
      await page.locator('main').waitFor();
      await check(each.toLowerCase());
    }
    await clear(page);
    const id = await gradedRound(page);
    await page.goto(new URL(`/scenarios/${slug}?session=${id}`, page.url()).href);
    await page.getByRole('heading', { name: 'Five dimensions' }).waitFor();
    await page.getByText('What stands for what, as a table').click();
    await check('result');
    await page.goto(new URL('/scenarios', page.url()).href);
    await page.getByRole('link', { name: scenario.title }).waitFor();
    await check('list');
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
    await context.close();
  });
});

journeys('spot the invalid threat', (stage) => {
  it.for(looks)(
    'is judged, resumed and explained at $width px in $scheme',
    { timeout: 120_000 },
    async (look) => {
      const { page, context, errors } = await openIntro(stage(), look, '/spot');
      await clear(page);
      await page.getByRole('button', { name: 'Show the threats' }).click();
      await page.getByRole('heading', { name: 'What you know' }).waitFor();
      const fabricated = new Map(scenario.fabricated.map(({ claim, why }) => [claim, why]));
      const items = page.getByRole('listitem').filter({ has: page.getByRole('group') });
      const count = await items.count();
      for (let index = 0; index < count; index += 1) {
        const item = items.nth(index);
        const claim = (await item.locator('p').first().textContent()) ?? '';
        const why = fabricated.get(claim);
        await item.getByText(why === undefined ? 'Accept' : 'Reject').click();
        await item.getByRole('textbox').fill(why ?? 'Nothing that was said speaks against it.');
      }
      await page.getByText('All are judged.').waitFor();
      await page.getByText('Saved', { exact: true }).first().waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepPicture(page, `spot-${look.width}-${look.scheme}`);
      await page.reload();
      await page.getByText('All are judged.').waitFor();
      await page.getByRole('button', { name: 'Hand in' }).click();
      await page
        .getByText(`you rejected ${fabricated.size} of the ${fabricated.size}`, { exact: false })
        .waitFor({ timeout: 60_000 });
      await page
        .getByText(/Your reason says (?:[6-9]\d|100) %/)
        .first()
        .waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await keepPicture(page, `spot-result-${look.width}-${look.scheme}`);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});
