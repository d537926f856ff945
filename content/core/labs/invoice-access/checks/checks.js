import { exploit, functional, notice } from '#checks';
import { enter, exportFile, follow, ourAndTheirs } from './people.js';

const linesOf = (file) => file?.text.trim().split(/\r?\n/) ?? [];

functional('own-export', 'A member exports the own invoices, in the order asked for', async (t) => {
  const { ours } = await ourAndTheirs(t);
  const [one, two] = [await enter(t, ours.member), await enter(t, ours.member)];
  const { made, file } = await exportFile(ours.member, { ids: [two.id, one.id, two.id] });
  t.expect(made.status === 201 && made.json()?.total === one.amount + two.amount, 'the sum of both invoices', made);
  const lines = linesOf(file);
  t.expect(lines.length === 3 && lines[1].includes(two.memo) && lines[2].includes(one.memo), 'both invoices', file);
  t.expect(file.headers['content-type']?.startsWith('text/csv'), 'a CSV file', file);
  const list = await ours.member.get('/exports');
  t.expect(list.json()?.some(({ id }) => id === made.json()?.id), 'the export in the own list', list);
});

functional('accountant-exports', 'An accountant exports what members entered, by id and by status', async (t) => {
  const { ours } = await ourAndTheirs(t);
  const [first, second] = [await enter(t, ours.member), await enter(t, ours.colleague)];
  const paid = await ours.accountant.post(`/invoices/${second.id}/payment`);
  t.expect(paid.status === 204, 'the payment to be answered with 204', paid);
  const chosen = await exportFile(ours.accountant, { ids: [first.id, second.id] });
  t.expect(linesOf(chosen.file).length === 3, 'the invoices of both members', chosen.file ?? chosen.made);
  const byStatus = await exportFile(ours.accountant, { status: 'paid' });
  const text = byStatus.file?.text ?? '';
  t.expect(text.includes(second.memo) && !text.includes(first.memo), 'the paid invoices', byStatus.file ?? byStatus.made);
});

functional('any-text', 'Quotes, line breaks and formulas come out as text', async (t) => {
  const { ours } = await ourAndTheirs(t);
  const memo = `say "hé",\nthen ${t.random()}`;
  const invoice = await enter(t, ours.member, { customer: '=HYPERLINK("http://x")', memo });
  const { file, made } = await exportFile(ours.member, { ids: [invoice.id] });
  const expected = `${invoice.id},"'=HYPERLINK(""http://x"")",${invoice.amount},"${memo.replaceAll('"', '""')}",open`;
  t.expect(file?.text.replaceAll('\r\n', '\n').includes(expected), 'the text in quotes, the formula disarmed', file ?? made);
});

functional('shared-link', 'A link shows the invoice to anybody until it is renewed or ended', async (t) => {
  const { ours } = await ourAndTheirs(t);
  const invoice = await enter(t, ours.member);
  const made = await ours.member.post(`/invoices/${invoice.id}/shares`, { days: 3 });
  t.expect(made.status === 201, 'a link to be answered with 201', made);
  const shown = await follow(t, made);
  t.expect(shown?.json()?.memo === invoice.memo, 'the invoice behind the link', shown ?? made);
  const list = await ours.accountant.get(`/invoices/${invoice.id}/shares`);
  t.expect(list.json()?.length === 1, 'the link in the list', list);
  const renewed = await ours.member.post(`/shares/${made.json().id}/renewal`, { days: 30 });
  t.expect((await follow(t, renewed))?.json()?.memo === invoice.memo, 'a new link to the invoice', renewed);
  t.expect((await follow(t, made))?.status === 404, 'the old link to be gone');
  const ended = await ours.accountant.delete(`/shares/${renewed.json().id}`);
  t.expect(ended.status === 204 && (await follow(t, renewed))?.status === 404, 'the link to end', ended);
});

functional('accountant-shares', 'An accountant shares what a member entered', async (t) => {
  const { ours } = await ourAndTheirs(t);
  const invoice = await enter(t, ours.member);
  const made = await ours.accountant.post(`/invoices/${invoice.id}/shares`);
  t.expect((await follow(t, made))?.json()?.amount === invoice.amount, 'a link to the invoice', made);
});

functional('nothing-there', 'Unknown invoices, wrong input and missing tokens are refused', async (t) => {
  const { ours } = await ourAndTheirs(t);
  const refusals = [
    await ours.member.post('/exports', { ids: [987_654_321] }),
    await ours.member.post('/exports', { ids: 'all' }),
    await ours.member.post('/invoices/987654321/shares'),
    await ours.member.post('/invoices/1/shares', { days: 4000 }),
    await ours.member.get('/exports/987654321.csv'),
    await t.app.post('/exports', { json: { ids: [1] } }),
    await t.app.get(`/shared/${t.random('key')}`),
  ];
  for (const answer of refusals) {
    t.expect(answer.status >= 400 && answer.status < 500, 'the request to be refused', answer);
  }
});

/* Choosing invoices for an export. */

exploit(
  'export-of-strangers',
  'An accountant exports an invoice of another organization',
  { finding: 'export-selection' },
  async (t) => {
    const { ours, theirs } = await ourAndTheirs(t);
    const invoice = await enter(t, ours.accountant);
    await leaksByExport(t, theirs.accountant, { ids: [invoice.id], invoice });
    await leaksByExport(t, theirs.member, { ids: [invoice.id], invoice });
  },
);

exploit(
  'export-among-own',
  'An invoice of another organization between own ones',
  { finding: 'export-selection' },
  async (t) => {
    const { ours, theirs } = await ourAndTheirs(t);
    const invoice = await enter(t, ours.member);
    const own = await t.together([1, 2, 3].map(() => () => enter(t, theirs.accountant)));
    const [first, second, third] = own.map(({ id }) => id);
    await leaksByExport(t, theirs.accountant, { ids: [first, invoice.id, second, third], invoice });
    await leaksByExport(t, theirs.accountant, { ids: [first, second, third, invoice.id, first], invoice });
  },
);

exploit(
  'export-of-colleagues',
  'A member exports what the accountant or a colleague entered',
  { finding: 'export-selection', hidden: true },
  async (t) => {
    const { ours } = await ourAndTheirs(t);
    const own = await enter(t, ours.member);
    for (const person of [ours.accountant, ours.colleague]) {
      const invoice = await enter(t, person);
      await leaksByExport(t, ours.member, { ids: [own.id, invoice.id], invoice });
      await leaksByExport(t, ours.member, { ids: [invoice.id], invoice });
    }
  },
);

async function leaksByExport(t, person, { ids, invoice }) {
  const { made, file } = await exportFile(person, { ids });
  if (file?.text.includes(invoice.memo)) t.breach('an invoice that is none of theirs is in the file', file);
  if (made.text.includes(String(invoice.amount))) t.breach('the amount of a stranger is in the answer', made);
}

/* Fetching an export. */

exploit(
  'file-of-strangers',
  'Somebody of another organization fetches the file by its number',
  { finding: 'export-download' },
  async (t) => {
    const { ours, theirs } = await ourAndTheirs(t);
    await leaksByFile(t, ours.accountant, [theirs.accountant, theirs.member]);
  },
);

exploit(
  'file-of-colleagues',
  'A member fetches the file of the accountant or of a colleague',
  { finding: 'export-download', hidden: true },
  async (t) => {
    const { ours } = await ourAndTheirs(t);
    await leaksByFile(t, ours.accountant, [ours.member]);
    await leaksByFile(t, ours.colleague, [ours.member]);
  },
);

exploit(
  'sum-of-strangers',
  "The sum of somebody else's export",
  { finding: 'export-download', hidden: true },
  async (t) => {
    const { ours, theirs } = await ourAndTheirs(t);
    const invoice = await enter(t, ours.accountant);
    const { made, id } = await exportFile(ours.accountant, { ids: [invoice.id] });
    t.expect(made.status === 201, 'an export to be made', made);
    for (const stranger of [theirs.accountant, ours.member]) {
      const seen = await stranger.get(`/exports/${id}`);
      if (seen.text.includes(String(invoice.amount))) t.breach('the sum of an export of strangers is told', seen);
    }
  },
);

async function leaksByFile(t, owner, strangers) {
  const invoice = await enter(t, owner);
  const { made, id } = await exportFile(owner, { ids: [invoice.id] });
  t.expect(made.status === 201, 'an export to be made', made);
  for (const stranger of strangers) {
    const seen = await stranger.get(`/exports/${id}.csv`);
    if (seen.text.includes(invoice.memo)) t.breach('the invoices of somebody else are in the file', seen);
  }
}

/* Links. */

exploit(
  'link-to-strangers',
  'Somebody of another organization makes a link to an invoice',
  { finding: 'share-links' },
  async (t) => {
    const { ours, theirs } = await ourAndTheirs(t);
    const invoice = await enter(t, ours.accountant);
    for (const stranger of [theirs.accountant, theirs.member]) {
      await leaksByLink(t, invoice, await stranger.post(`/invoices/${invoice.id}/shares`, { days: 90 }));
    }
  },
);

exploit(
  'link-to-colleagues',
  'A member makes a link to what the accountant or a colleague entered',
  { finding: 'share-links', hidden: true },
  async (t) => {
    const { ours } = await ourAndTheirs(t);
    for (const person of [ours.accountant, ours.colleague]) {
      const invoice = await enter(t, person);
      await leaksByLink(t, invoice, await ours.member.post(`/invoices/${invoice.id}/shares`));
    }
  },
);

exploit(
  'renewal-by-strangers',
  'Somebody of another organization renews a link, and so gets one',
  { finding: 'share-links' },
  async (t) => {
    const { ours, theirs } = await ourAndTheirs(t);
    await leaksByRenewal(t, ours.accountant, theirs.accountant);
    await leaksByRenewal(t, ours.member, theirs.member);
  },
);

exploit(
  'renewal-by-colleagues',
  'A member renews the link of the accountant or of a colleague',
  { finding: 'share-links', hidden: true },
  async (t) => {
    const { ours } = await ourAndTheirs(t);
    await leaksByRenewal(t, ours.accountant, ours.member);
    await leaksByRenewal(t, ours.colleague, ours.member);
  },
);

async function leaksByRenewal(t, owner, stranger) {
  const invoice = await enter(t, owner);
  const made = await owner.post(`/invoices/${invoice.id}/shares`, { days: 3 });
  t.expect(made.status === 201, 'a link to be made', made);
  const renewed = await stranger.post(`/shares/${made.json()?.id}/renewal`, { days: 90 });
  await leaksByLink(t, invoice, renewed);
  const still = await follow(t, made);
  if (still?.status !== 200) t.breach('a stranger has ended the link of somebody else', renewed);
}

async function leaksByLink(t, invoice, answer) {
  const seen = await follow(t, answer);
  if (seen?.text.includes(invoice.memo)) t.breach('a link shows an invoice that is none of theirs', seen);
}

/* What shows in the workbench that an attack worked. */

const makers = new Map();

const signedInAs = (request) =>
  request.headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';

notice('export-download', (_t, { request, response }) => {
  if (response.status === 201 && request.path === '/exports') makers.set(response.json()?.id, signedInAs(request));
  const id = Number(/^\/exports\/(\d+)/.exec(request.path)?.[1]);
  if (response.status !== 200 || !makers.has(id)) return undefined;
  return makers.get(id) === signedInAs(request) ? undefined : 'this export was made by somebody else';
});

/** The invoice with the secret memo, which was there from the start. */
const imported = 2;

notice(
  'export-selection',
  (t, { request, response }) =>
    request.path.startsWith('/exports/') && response.text.includes(t.canary('memo'))
      ? 'an invoice of an organization that you do not belong to is in the file'
      : undefined,
  {
    attack: async (t) => {
      const { ours } = await ourAndTheirs(t);
      await exportFile(ours.accountant, { ids: [imported] });
    },
  },
);

notice(
  'share-links',
  (t, { request, response }) =>
    request.path.startsWith('/shared/') && response.text.includes(t.canary('memo'))
      ? 'the link shows an invoice of an organization that you do not belong to'
      : undefined,
  {
    attack: async (t) => {
      const { ours } = await ourAndTheirs(t);
      await follow(t, await ours.accountant.post(`/invoices/${imported}/shares`, { days: 3 }));
    },
  },
);
