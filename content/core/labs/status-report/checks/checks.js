import { exploit, functional, notice } from '#checks';
import { addIncident, breachIfStolen, inside, report, rowOf, stealing, visit } from './board.js';
import { dataIn, openPage } from './browser.js';

const odd = (t) => `R&D: <3> "O'Neil & Söhne" ${t.random('rack')} </p> \\ 100%`;
const isTitle = ({ attributes }) => attributes.get('class') === 'title';
const isText = ({ attributes }) => attributes.get('class') === 'text';

functional('board-shows', 'The board shows an incident as it was typed', async (t) => {
  const [title, text] = [odd(t), `since **nine** <noon>\nsays O'Brien & "Lee" ${t.random()}`];
  const incident = await report(t, { title, text, service: 'mail & calendar', minutes: 45 });
  const page = await visit(t, '/board');
  const row = rowOf(page, incident);
  t.expect(inside(row, ({ name }) => name === 'h2')?.text === title, 'the title as it was typed', page.seen);
  const shown = inside(row, isText);
  t.expect(
    shown?.text === text.replace('**nine**', 'nine').replace('\n', ''),
    'the text as it was typed',
    page.seen,
  );
  t.expect(
    shown?.find(({ name }) => name === 'b')?.text === 'nine',
    'the word between asterisks in bold',
    page.seen,
  );
  t.expect(
    shown?.find(({ name }) => name === 'br'),
    'the line break',
    page.seen,
  );
  t.expect(
    inside(row, ({ name }) => name === 'button'),
    'the button to close the incident',
    page.seen,
  );
});

functional('chart-of-the-board', 'The chart of the board has the titles as they were typed', async (t) => {
  const title = odd(t);
  await report(t, { title, minutes: 125 });
  const page = await visit(t, '/board');
  const scripts = page.document.all.filter(
    ({ name, attributes }) => name === 'script' && attributes.has('src'),
  );
  const files = await Promise.all(scripts.map(({ attributes }) => t.app.get(attributes.get('src'))));
  t.expect(
    files.some(({ status, text }) => status === 200 && text.includes('drawChart')),
    'the script of the chart',
    files[0],
  );
  const isFetched = files.some(({ text }) => /fetch\(\s*['"`]\/incidents['"`]/.test(text));
  t.expect(
    isFetched || dataIn(page.document).includes(title),
    'the title in the data of the chart',
    page.seen,
  );
});

functional('report-shows', 'The report shows an incident as it was typed', async (t) => {
  const [title, text] = [
    `R&D: 3 > 2, O'Neil & Söhne ${t.random()}`,
    `nobody gets "mail" & O'Brien waits, 1 < 2 ${t.random()}`,
  ];
  const incident = await report(t, { title, text, minutes: 7 });
  const page = await visit(t, '/report');
  const row = rowOf(page, incident);
  t.expect(inside(row, isTitle)?.text === title, 'the title as it was typed', page.seen);
  t.expect(inside(row, isText)?.text === text, 'the text as it was typed', page.seen);
  t.expect(row?.text.includes('7 min, open'), 'how long it lasts', page.seen);
});

functional('copy-a-title', 'The button of the report copies the title', async (t) => {
  const title = t.random('Printer on floor 3 is out of paper');
  const incident = await report(t, { title });
  const page = await visit(t, '/report');
  const button = inside(rowOf(page, incident), ({ name }) => name === 'button');
  t.expect(button && dataIn({ all: [button] }).includes(title), 'a button with the title to copy', page.seen);
});

functional('runbooks', 'Runbooks in the wiki and tickets are linked', async (t) => {
  const addresses = [
    `https://wiki.example/mail?page=${t.random()}&part=2#restart`,
    `itsm://ticket/${Math.floor(Math.random() * 90000)}`,
  ];
  for (const runbook of addresses) {
    const incident = await report(t, { runbook });
    for (const path of ['/board', '/report']) {
      const page = await visit(t, path);
      const link = inside(rowOf(page, incident), ({ name }) => name === 'a');
      t.expect(link?.attribute('href') === runbook, `a link to ${runbook} in ${path}`, page.seen);
    }
  }
});

functional('digest', 'The mail is plain text', async (t) => {
  const [title, text] = [odd(t), `nobody <at all> gets "mail" & O'Brien waits ${t.random()}`];
  const { runbook } = await report(t, {
    service: 'vpn',
    title,
    text,
    runbook: `https://wiki.example/?a=1&b=${t.random()}`,
  });
  const seen = await t.app.get('/digest.txt');
  t.expect(seen.headers['content-type']?.startsWith('text/plain'), 'a mail of plain text', seen);
  for (const line of [`VPN: ${title} (30 min, open)`, text, `Runbook: ${runbook}`]) {
    t.expect(seen.text.includes(`${line}\n`), `the line ${line}`, seen);
  }
});

functional('close', 'The person on call closes an incident', async (t) => {
  const incident = await report(t, {});
  const close = (token) => t.app.post(`/incidents/${incident.id}/close`, { headers: { 'X-On-Call': token } });
  const refused = await close(t.random('wrong'));
  t.expect(refused.status === 403, 'a wrong token to be refused with 403', refused);
  const { token } = await visit(t, '/board');
  const closed = await close(token);
  t.expect(closed.status === 200, 'the token of the board to close the incident', closed);
  const page = await visit(t, '/report');
  t.expect(rowOf(page, incident)?.text.includes('closed'), 'the report to show that', page.seen);
});

/** Reports incidents whose fields hold code, one after the other, and opens a page after each. */
async function plant(t, path, fieldsFor) {
  const count = fieldsFor('x').length;
  for (let way = 0; way < count; way += 1) {
    const mark = t.random('mark');
    await addIncident(t, fieldsFor(stealing(mark))[way]);
    breachIfStolen(t, await visit(t, path), mark);
  }
}

const elementsWith = (code) => [
  `<script>${code}</script>`,
  `<img src=x onerror=${code}>`,
  `<svg/onload=${code}>`,
];

exploit('report-title', 'A title brings markup into the report', { finding: 'report-template' }, (t) =>
  plant(t, '/report', (code) => elementsWith(code).map((title) => ({ title }))),
);

exploit('report-text', 'A text brings markup into the report', { finding: 'report-template' }, (t) =>
  plant(t, '/report', (code) => elementsWith(code).map((text) => ({ text: `nothing works ${text}` }))),
);

exploit(
  'report-attributes',
  'A value leaves its attribute',
  { finding: 'report-template', hidden: true },
  (t) =>
    plant(t, '/report', (code) => [
      { title: `x" onmouseover="${code}" y="` },
      { service: `mail onmouseover=${code}` },
      { service: `mail\tonfocus=${code} autofocus` },
      { service: `mail/onclick=${code}` },
      { runbook: `https://wiki.example/" onclick="${code}` },
    ]),
);

exploit(
  'report-handler',
  'A title leaves the text in the handler of the button',
  { finding: 'report-template', hidden: true },
  (t) =>
    plant(t, '/report', (code) => [
      { title: `x');${code};('` },
      { title: `x&#39;);${code};(&#39;` },
      { title: `x\\');${code};//` },
      { title: `x'+${code}+'` },
    ]),
);

exploit(
  'report-without-script',
  'A text sends the reader of the report elsewhere',
  { finding: 'report-template', hidden: true },
  async (t) => {
    const address = `https://${t.random('phish')}.example/sign-in`;
    await addIncident(t, { text: `<meta http-equiv="refresh" content="0;url=${address}">` });
    const page = await visit(t, '/report');
    if (page.leaves === address) t.breach(`whoever opens the report is sent to ${address}`, page.seen);
  },
);

exploit('runbook-on-the-board', 'The runbook of an incident is a script', { finding: 'runbook-link' }, (t) =>
  plant(t, '/board', (code) => [{ runbook: `javascript:${code}` }, { runbook: ` javascript:${code}//` }]),
);

exploit('runbook-in-the-report', 'The runbook in the report is a script', { finding: 'runbook-link' }, (t) =>
  plant(t, '/report', (code) => [{ runbook: `javascript:${code}` }, { runbook: ` javascript:${code}//` }]),
);

exploit(
  'runbook-spellings',
  'The scheme of the runbook is spelled in other ways',
  { finding: 'runbook-link', hidden: true },
  async (t) => {
    const spellings = (code) =>
      [
        'JavaScript:',
        '\tjavascript:',
        'java\tscript:',
        'java\nscript:',
        '\u0001javascript:',
        'javascript://wiki.example/%0a',
        'javascript:/*https://wiki.example/*/',
        'javascript:"itsm://ticket/1";',
        'java\r\nscript:',
      ].map((scheme) => ({ runbook: `${scheme}${code}` }));
    await plant(t, '/board', spellings);
    await plant(t, '/report', spellings);
  },
);

exploit('chart-script', 'A title ends the script of the chart', { finding: 'chart-data' }, (t) =>
  plant(t, '/board', (code) => elementsWith(code).map((markup) => ({ title: `</script>${markup}` }))),
);

exploit(
  'chart-other-fields',
  'Other fields end the script of the chart',
  { finding: 'chart-data', hidden: true },
  (t) =>
    plant(t, '/board', (code) => [
      { text: `</script><script>${code}</script>` },
      { service: `</script><script>${code}</script>` },
      { runbook: `https://wiki.example/</script><script>${code}</script>` },
    ]),
);

exploit(
  'chart-other-spellings',
  'The end of the script is spelled in other ways',
  { finding: 'chart-data', hidden: true },
  (t) =>
    plant(t, '/board', (code) =>
      [
        '</SCRIPT>',
        '</sCrIpT >',
        '</script\t/>',
        '</script/x>',
        '</scr</script>ipt>',
        '<\\/script></script\n>',
      ].map((end) => ({
        text: `${end}<img src=x onerror=${code}>`,
      })),
    ),
);

exploit(
  'chart-swallows-the-page',
  'A title makes the browser take the board for a part of the script',
  { finding: 'chart-data', hidden: true },
  async (t) => {
    const incident = await report(t, { title: `<!--<script ${t.random()}` });
    const page = await visit(t, '/board');
    if (!rowOf(page, incident))
      t.breach('the board shows no incident any more, since the script of the chart does not end', page.seen);
  },
);

const ownNames = new Set([
  'drawChart',
  'copyText',
  'closeIncident',
  'true',
  'false',
  'null',
  'function',
  'event',
  'this',
  'dataset',
]);

/** What code of an incident would do in a page; the page's own code calls three functions with values. */
function strangeIn({ request, response }) {
  const path = request.path.split('?')[0];
  if (!['/board', '/report'].includes(path) || response.status !== 200) return {};
  const page = openPage(response.text);
  const strange = page.programs.flat().find(({ kind, text }) => kind === 'name' && !ownNames.has(text));
  const viaLink = page.document.find(
    ({ attributes }) => URL.parse(attributes.get('href') ?? '', 'http://board/')?.protocol === 'javascript:',
  );
  return { path, viaLink, happens: strange?.text ?? page.leaves };
}

const tell = (path, happens) => `An incident brings something into ${path} that is no text: ${happens}.`;

notice('report-template', (_t, exchange) => {
  const { path, happens, viaLink } = strangeIn(exchange);
  return happens && !viaLink && path === '/report' ? tell(path, happens) : undefined;
});

notice('chart-data', (_t, exchange) => {
  const { path, happens, viaLink } = strangeIn(exchange);
  return happens && !viaLink && path === '/board' ? tell(path, happens) : undefined;
});

notice('runbook-link', (_t, exchange) => {
  const { path, happens, viaLink } = strangeIn(exchange);
  return happens && viaLink ? tell(path, happens) : undefined;
});
