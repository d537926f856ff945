import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { describe, expect, it, type TestContext } from 'vitest';
import { expectAccessible, keepPicture, type WatchedPage } from './browser.ts';
import { ask, toStep } from './lab-steps.ts';
import { journeys, type StageForTests } from './stage.ts';

type Skip = TestContext['skip'];
type Session = {
  readonly id: string;
  readonly runs: number;
  readonly verdict: { readonly outcome: string } | null;
  readonly explanation: unknown;
  readonly draft: { readonly explanation: string; readonly findings: readonly object[] };
  readonly revision: number;
};

type Opened = WatchedPage & { readonly session: () => Promise<Session> };

/** Opens a fresh go at a lab, its review handed in where the journey is about what follows. */
async function fresh(stage: StageForTests, slug: string, reviewed: boolean): Promise<Opened> {
  const opened = await stage.open('/labs');
  const { page } = opened;
  const { id } = await ask(page, `/labs/${slug}/sessions`, 'POST', { timed: false, again: true });
  if (reviewed) await ask(page, `/lab-sessions/${id}/review`, 'POST', { revision: 0 });
  await page.goto(new URL(`/labs/${slug}`, page.url()).href);
  const session = async () => (await ask(page, `/lab-sessions/${id}`)) as unknown as Session;
  return { ...opened, session };
}

/** The same, skipped where the lab's language does not run here. */
async function runnable(stage: StageForTests, slug: string, skip: Skip): Promise<Opened> {
  const opened = await fresh(stage, slug, true);
  const { availability } = await ask(opened.page, `/labs/${slug}`);
  const { ready, message } = availability as { ready: boolean; message?: string };
  if (!ready) await opened.context.close();
  skip(!ready, message);
  return opened;
}

async function startApp(page: Page): Promise<void> {
  await toStep(page, 'Exploit');
  await page.getByRole('button', { name: 'Start the app' }).click();
  await page.getByText('The app runs').waitFor({ timeout: 60_000 });
}

type Wallet = { readonly id: string; readonly token: string };

async function openWallet(page: Page, session: string): Promise<Wallet> {
  const headers = [['Host', 'localhost']];
  const body = Buffer.from('{"name":"visitor"}').toString('base64');
  const request = { method: 'POST', path: '/wallets', headers, body };
  const { response } = await ask(page, `/lab-sessions/${session}/exchange`, 'POST', request);
  return JSON.parse(Buffer.from((response as { body: string }).body, 'base64').toString());
}

/** Sends all the money of a wallet eight times at once; the statuses that came back. */
async function payAtOnce(page: Page, session: string): Promise<string> {
  const [payer, friend] = [await openWallet(page, session), await openWallet(page, session)];
  await page.getByLabel('Method').selectOption('POST');
  await page.getByLabel('Path and query').fill(`/wallets/${payer.id}/transfers`);
  await page.getByLabel('Headers, one a line').fill(`Authorization: Bearer ${payer.token}`);
  await page
    .getByRole('textbox', { name: 'Body', exact: true })
    .fill(`{"to":["${friend.id}"],"cents":2000,"text":"bill"}`);
  const answered = page.waitForResponse((response) => response.url().endsWith('/exchanges'));
  await page.getByRole('button', { name: 'Send at once' }).click();
  const { responses } = (await (await answered).json()) as { responses: { status: number }[] };
  expect(responses).toHaveLength(8);
  return responses.map(({ status }) => status).join(' ');
}

const tries = 5;

const log = (results: readonly object[]): string =>
  JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Scanner', rules: [] } }, results }],
  });
const result = (uri: string, startLine: number) => ({
  ruleId: 'sql',
  message: { text: 'A value is pasted into a statement.' },
  taxa: [{ id: '89', toolComponent: { name: 'CWE' } }],
  locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine } } }],
});

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

journeys('in a lab', (stage) => {
  describe('requests at once', () => {
    it('spend the same money several times, which the lab notices', { timeout: 90_000 }, async ({ skip }) => {
      const { page, context, errors, session } = await runnable(stage(), 'wallet-transfer', skip);
      const { id } = await session();
      await startApp(page);
      await page.getByLabel('How many at once').fill('21');
      expect(await page.getByRole('button', { name: 'Send at once' }).isDisabled()).toBe(true);
      await page.getByLabel('How many at once').fill('8');
      // A race is a matter of luck on a busy machine, here as for an attacker.
      for (let tried = 0; tried < tries && !/201.*201/.test(await payAtOnce(page, id)); tried += 1);

      const responses = page.getByRole('region', { name: 'Responses' });
      await responses.getByText('The attack works', { exact: false }).waitFor();
      expect(await responses.getByRole('listitem').count()).toBe(8);
      const opened = responses.getByRole('listitem').nth(1);
      await opened.getByText(/^2: \d/).click();
      await opened.getByLabel('Response body 2').waitFor();
      await page.getByText('The attack works', { exact: true }).first().waitFor();
      await page.getByText(/Evidence: The wallet \w+ holds -\d+ cents/).waitFor();
      await page.getByRole('button', { name: /^201 × \d/ }).waitFor();
      await page
        .getByRole('button', { name: /^Repeat 8 at once/ })
        .first()
        .waitFor();
      await keepPicture(page, 'lab-at-once');
      await expectAccessible(page);
      expect(errors).toEqual([]);
      await context.close();
    });
  });

  describe('a run', () => {
    it('leaves no verdict when it is cancelled, and tells compiler errors on their lines', {
      timeout: 90_000,
    }, async ({ skip }) => {
      const { page, context, session } = await runnable(stage(), 'wallet-transfer', skip);
      await toStep(page, 'Fix');
      const editor = page.getByRole('textbox', { name: 'Editor: internal/ledger/ledger.go' });
      await editor.waitFor();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('button', { name: 'Cancel the run' }).click();
      await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
      expect(await session()).toMatchObject({ runs: 0, verdict: null });

      await editor.click();
      await page.keyboard.press('Control+Home');
      await page.keyboard.type('// ours\nvar broken int = "text"\n');
      await page.getByText('Saved', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByText('The app does not build or start.').waitFor({ timeout: 60_000 });
      await page.getByText('internal/ledger/ledger.go:2', { exact: true }).waitFor();
      expect(await session()).toMatchObject({ runs: 1, verdict: { outcome: 'build-failed' } });
      await keepPicture(page, 'lab-compiler');
      await expectAccessible(page);

      await page.getByRole('button', { name: 'Reset this file' }).click();
      await page.getByText('Saved', { exact: true }).first().waitFor();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByText('The fix does not hold yet.').waitFor({ timeout: 60_000 });
      await context.close();
    });
  });

  describe('the pages of an app', () => {
    it('are shown apart from Hotseat, and an attack on them is noticed', { timeout: 90_000 }, async ({
      skip,
    }) => {
      const { page, context, errors } = await runnable(stage(), 'comment-wall', skip);
      await startApp(page);
      await page.getByLabel('Page', { exact: true }).fill('/walls/garden');
      await page.getByRole('button', { name: 'Open the page' }).click();
      const within = page.frameLocator('iframe[title="The app of the lab"]');
      await within.getByLabel('Name').fill('Eve');
      await within.getByLabel('Comment').fill('hello <img src=data:x onerror=window.ran=1//');
      await within.getByRole('button', { name: 'Leave comment' }).click();
      await page.getByText('The attack works', { exact: true }).first().waitFor({ timeout: 20_000 });
      await keepPicture(page, 'lab-frame');
      await expectAccessible(page, 'iframe');
      expect(errors.filter((error) => !error.includes('data:x') && !error.includes('ERR_INVALID'))).toEqual(
        [],
      );

      const frame = page.frames().find((one) => one !== page.mainFrame());
      if (!frame) throw new Error('There is no frame.');
      expect(new URL(frame.url()).origin).not.toBe(new URL(page.url()).origin);
      const reached = await frame.evaluate(async (hotseat) => {
        const tried = async (what: () => unknown): Promise<boolean> => {
          try {
            await what();
            return true;
          } catch {
            return false;
          }
        };
        return {
          page: await tried(() => window.parent.document.title),
          answers: await tried(() => fetch(`${hotseat}/api/labs`)),
          writes: await tried(() => fetch(`${hotseat}/api/labs`, { method: 'POST', mode: 'no-cors' })),
        };
      }, new URL(page.url()).origin);
      expect(reached).toEqual({ page: false, answers: false, writes: false });
      await context.close();
    });
  });

  describe('findings as SARIF', () => {
    it('come in from a scanner and go out again; a log that is none is told', async () => {
      const { page, context, errors } = await fresh(stage(), 'booking-login', false);
      const lab = await ask(page, '/labs/booking-login');
      const [file] = (lab.app as { path: string }[]).filter(({ path }) => path.endsWith('.py'));
      if (!file) throw new Error('The lab has no file.');
      await page.getByRole('button', { name: /^Findings/ }).click();
      await page.getByText('SARIF', { exact: true }).click();
      const take = (text: string) =>
        page.getByLabel('SARIF file').setInputFiles({
          name: 'scan.sarif',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
      await take(log([result(file.path, 3), result('elsewhere/other.py', 1)]));
      await page.getByText('Added 1 finding.').waitFor();
      await page.getByText(/^Left out: 1 result/).waitFor();
      await page.getByRole('button', { name: 'Findings (1)' }).waitFor();
      await expectAccessible(page);

      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the findings' }).click();
      const saved = JSON.parse(await textOf(await saving)) as {
        version: string;
        runs: { results: object[] }[];
      };
      expect(saved.version).toBe('2.1.0');
      expect(saved.runs[0]?.results).toMatchObject([
        { ruleId: 'CWE-89', message: { text: 'A value is pasted into a statement.' } },
      ]);

      await take('{"version": "2.1.0", "runs": [');
      await page.getByText('Choose the .sarif or .json file that a scanner wrote.').waitFor();
      expect(errors).toEqual([]);
      await take('{"version": "1.0", "runs": []}');
      await page.getByText('This is not a SARIF log').waitFor();
      await page.getByRole('button', { name: 'Findings (1)' }).waitFor();
      await expectAccessible(page);
      await context.close();
    });
  });

  describe('what is written in a lab', () => {
    it('is never lost between two tabs: both versions are shown, and one is chosen', async () => {
      const { page: first, context, session } = await fresh(stage(), 'booking-login', true);
      const second = await context.newPage();
      await second.goto(first.url());
      for (const page of [first, second]) await toStep(page, 'Explain');
      await first.getByLabel('What you tell the developer').fill('written in the first tab');
      await first.getByText('Saved', { exact: true }).first().waitFor();
      await second.getByLabel('What you tell the developer').fill('from the second');
      await second.getByRole('alert').getByText('This lab was also changed in another tab').waitFor();
      const conflict = second.getByRole('region', { name: /also changed in another tab/ });
      await conflict.getByText('an explanation of 3 words').waitFor();
      await conflict.getByText('an explanation of 5 words').waitFor();
      await conflict.getByText('from the second').waitFor();
      await conflict.getByText('written in the first tab').waitFor();
      expect((await session()).draft.explanation).toBe('written in the first tab');
      await keepPicture(second, 'lab-two-tabs');
      await expectAccessible(second);
      await second.getByRole('button', { name: 'Keep mine' }).click();
      await second.getByText('Saved', { exact: true }).first().waitFor();
      expect((await session()).draft.explanation).toBe('from the second');
      await context.close();
    });

    it('is graded only when there is something: an empty explanation cannot be handed in', async () => {
      const { page, context, session, errors } = await fresh(stage(), 'booking-login', true);
      await toStep(page, 'Explain');
      const words = page.getByLabel('What you tell the developer');
      const grade = page.getByRole('button', { name: /^Grade it/ });
      for (const nothing of ['', '  \n ']) {
        await words.fill(nothing);
        await words.press('Control+Enter');
        expect(await grade.isDisabled()).toBe(true);
      }
      await expectAccessible(page);
      expect((await session()).explanation).toBeNull();
      expect(errors).toEqual([]);
      await context.close();
    });

    it('survives a malformed draft, sent to the server or left in the browser', async () => {
      const { page, context, session, errors } = await fresh(stage(), 'booking-login', true);
      await toStep(page, 'Explain');
      await page.getByLabel('What you tell the developer').fill('Bind the address.');
      await page.getByText('Saved', { exact: true }).first().waitFor();
      const { id, revision } = await session();
      expect(errors).toEqual([]);
      for (const draft of [
        { findings: 'none', files: {}, explanation: '', elapsedSeconds: 1, revision },
        { findings: [], files: { 'a.py': 7 }, explanation: '', elapsedSeconds: 1, revision },
        {
          findings: [{ file: 'a.py', startLine: 0 }],
          files: {},
          explanation: '',
          elapsedSeconds: 1,
          revision,
        },
      ]) {
        const refused = await ask(page, `/lab-sessions/${id}/draft`, 'PUT', draft);
        expect(refused).toMatchObject({ status: 400, mend: expect.any(String) });
      }
      await page.goto(new URL('/labs', page.url()).href);
      await page.evaluate(
        ([key, at]) => {
          const mirror = { answer: 'not the work of a lab', notes: '', elapsedSeconds: 1, revision: at };
          localStorage.setItem(key, JSON.stringify({ ...mirror, unconfirmed: [], savedAt: Date.now() }));
        },
        [`hotseat.draft.lab-${id}.another-tab`, revision] as const,
      );
      await page.goto(new URL('/labs/booking-login', page.url()).href);
      await toStep(page, 'Explain');
      expect(await page.getByLabel('What you tell the developer').inputValue()).toBe('Bind the address.');
      expect((await session()).draft.explanation).toBe('Bind the address.');
      await context.close();
    });
  });
});
