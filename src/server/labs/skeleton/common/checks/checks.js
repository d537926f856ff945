// These run in a sandbox of their own and reach the app over HTTP only. Functional checks say what has to keep working.
import { exploit, functional, notice } from '#checks';

const page = (t, name) => t.app.get('/page', { query: { name } });

/** The effect that proves the attack: a secret of this run is in the answer. A status or a message proves nothing. */
const leaks = (t, answer) => ['deploy-token', 'draft'].some((name) => answer.text.includes(t.canary(name)));

functional('lists-pages', 'The list names every page', async (t) => {
  const seen = await t.app.get('/pages');
  for (const name of ['welcome.md', 'kitchen/oven.md', 'opening..hours.md'])
    t.expect(seen.json()?.includes?.(name), `the list to name ${name}`, seen);
});

functional('shows-a-page', 'A page is shown by its name', async (t) => {
  const seen = await page(t, 'welcome.md');
  t.expect(seen.status === 200 && seen.text.includes(t.canary('welcome')), 'the text of the page', seen);
});

// Breaks a fix that refuses every slash.
functional('page-in-a-folder', 'A page in a folder is shown', async (t) => {
  const seen = await page(t, 'kitchen/oven.md');
  t.expect(seen.status === 200 && seen.text.includes(t.canary('oven')), 'the text of the page', seen);
});

// Breaks a fix that refuses every pair of dots.
functional('dots-in-a-name', 'A page with two dots in its name is shown', async (t) => {
  const seen = await page(t, 'opening..hours.md');
  t.expect(seen.status === 200 && seen.text.includes(t.canary('hours')), 'the text of the page', seen);
});

functional('finds-a-word', 'A search names the pages that hold a word', async (t) => {
  const seen = await t.app.get('/search', { query: { word: t.canary('oven') } });
  const found = seen.json();
  t.expect(found?.length === 1 && found[0] === 'kitchen/oven.md', 'the page that holds the word', seen);
});

functional('unknown-page', 'A page that is not there is answered with 404', async (t) => {
  const seen = await page(t, `${t.random('page')}.md`);
  t.expect(seen.status === 404, 'the status 404', seen);
});

exploit('steps-upward', 'Steps upward reach the settings', { finding: 'page-outside-folder' }, async (t) => {
  const seen = await page(t, '../settings/deploy.env');
  if (leaks(t, seen)) t.breach('the token of the deployment', seen);
});

exploit(
  'steps-from-a-folder',
  'Steps upward come after a folder of pages',
  { finding: 'page-outside-folder' },
  async (t) => {
    const seen = await page(t, 'kitchen/../../settings/deploy.env');
    if (leaks(t, seen)) t.breach('the token of the deployment', seen);
  },
);

// A hidden check is named only after it failed, so that nobody fixes just what is listed.
exploit(
  'folder-beside',
  'A folder whose name begins alike is read',
  { finding: 'page-outside-folder', hidden: true },
  async (t) => {
    const seen = await page(t, '../pages-drafts/merger.md');
    if (leaks(t, seen)) t.breach('a draft that is no page yet', seen);
  },
);

exploit(
  'disguised-steps',
  'Steps upward are written in other ways',
  { finding: 'page-outside-folder', hidden: true },
  async (t) => {
    // The plain one must be among them: on the untouched app every exploit check has to work.
    for (const steps of ['../', '....//', '..././', '%2e%2e%2f', 'kitchen/..././..././']) {
      const seen = await page(t, `${steps}settings/deploy.env`);
      if (leaks(t, seen)) t.breach('the token of the deployment', seen);
    }
  },
);

// Looks at every answer in the candidate's workbench and returns the evidence, or nothing.
notice('page-outside-folder', (t, { response }) => {
  if (leaks(t, response)) return 'text of a file outside the pages is in the answer';
});
