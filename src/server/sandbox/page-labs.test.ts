import { afterAll, describe, expect, test } from 'vitest';
import { findLabBrowser } from './browser.ts';
import { sandboxForTests, submissionWith } from './submission-for-tests.ts';

const sandbox = sandboxForTests();
afterAll(() => sandbox.close());
const runsHere = sandbox.available('javascript').ready && findLabBrowser() !== undefined;

/** Runs an app that answers `/page` with a page, and one check of it. */
const runPage = (page: string, check: string) =>
  sandbox.run(
    submissionWith(
      'javascript',
      `app.get('/page', (request, response) => response.send(${JSON.stringify(page)}));`,
      `import { functional } from '#checks';\n${check}`,
    ),
  );

describe.runIf(runsHere)('a lab with pages', () => {
  test('is checked in a browser, in which every page starts empty', async () => {
    const verdict = await runPage(
      '<body><script>document.cookie = "seen=1"; document.body.append("by script")</script>',
      `
let kept;
for (const time of ['first', 'second']) {
  functional(time, 'A page shows what its script wrote', async (t) => {
    const page = await t.page();
    t.expect(page.url() === 'about:blank', 'an empty page', page.url());
    t.expect((await page.context().cookies()).length === 0, 'no cookies');
    await page.goto(t.app.url + '/page');
    t.expect((await page.textContent('body')).includes('by script'), 'the script to have run');
  });
}
functional('keeps', 'A page is kept when asked to', async (t) => { kept = await t.page({ keep: true }); });
functional('kept', 'It is still there', async (t) => { t.expect(!kept.isClosed(), 'an open page'); });
`,
    );
    expect(verdict.tests.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(verdict.outcome).toBe('pass');
  });

  test('ends with the reason when its page fills the memory of the browser', {
    timeout: 60_000,
  }, async () => {
    const verdict = await runPage(
      `<script>const hog = []; setInterval(() => hog.push(new Uint8Array(32 << 20).fill(1)), 5);</script>`,
      `
functional('open', 'The page opens', async (t) => {
  const page = await t.page();
  await page.goto(t.app.url + '/page');
  await page.waitForSelector('#never', { timeout: 30000 }).catch(() => {});
});
`,
    );
    expect(verdict).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/stopped.*MB in browser/),
    });
  });
});

describe.runIf(sandbox.available('javascript').ready)('a lab without pages', () => {
  test('has no browser in its sandbox', async () => {
    const verdict = await sandbox.run(
      submissionWith(
        'javascript',
        '',
        `import { functional } from '#checks';
functional('none', 'No browser', async (t) => { await t['page'](); });`,
      ),
    );
    expect(verdict.tests[0]?.message).toContain('no Chromium');
  });
});
