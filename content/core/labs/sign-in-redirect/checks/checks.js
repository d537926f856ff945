import { exploit, functional, notice } from '#checks';
import {
  billOf,
  entriesAbout,
  entriesOf,
  forgedEntry,
  guess,
  pageOf,
  signIn,
  signInTo,
  strangeHost,
} from './portal.js';

functional('led-back', 'A resident who follows a link ends on the page of the link', async (t) => {
  const page = `/statements/2025?part=${t.random()}`;
  const visitor = t.app.session();
  const sent = await visitor.get(page);
  const form = pageOf(t, sent);
  t.expect(form?.startsWith('/sign-in?next='), 'a visitor to be led to the sign-in', sent);
  const shown = await visitor.get(form);
  t.expect(shown.status === 200 && shown.text.includes('<form'), 'the form of the sign-in', shown);
  const next = new URL(form, t.app.url).searchParams.get('next');
  const done = await signInTo(t, visitor, 'K1-01', next);
  t.expect(pageOf(t, done) === page, `the browser to be sent on to ${page}`, done);
  const seen = await visitor.get(page);
  t.expect(seen.status === 200 && seen.text.includes('Statement 2025 of flat K1-01'), 'the statement', seen);
});

functional('pages-of-any-kind', 'Pages with a query, a fragment, escapes and addresses in them', async (t) => {
  const pages = [
    '/',
    `/statements/2024#${t.random('part')}`,
    '/notices?source=https://city.example/water//pipes&page=2',
    `/notices?source=caf%C3%A9%20%26%20bar%2F${t.random()}`,
    '/notices?source=user@city.example',
    `/language?to=sv&back=/statements/2025?part=${t.random()}`,
  ];
  for (const page of pages) {
    const done = await signInTo(t, t.app.session(), 'K1-01', page);
    t.expect(pageOf(t, done) === page, `the browser to be sent on to ${page}`, done);
  }
});

functional('whole-addresses', 'Whole addresses of the portal and of the payment service, as in old letters', async (t) => {
  const page = `/statements/2023?part=${t.random()}`;
  const done = await signInTo(t, t.app.session(), 'K1-01', `https://residents.quayside.example${page}`);
  t.expect(pageOf(t, done) === page, `the browser to be sent on to ${page}`, done);
  const bill = `/bill/${t.random()}?lines=all`;
  const paying = t.app.session();
  const sent = await signInTo(t, paying, 'K1-02', `https://pay.quayside.example${bill}`);
  t.expect(billOf(sent) === bill, 'the browser to be sent on to the bill', sent);
  const again = await paying.get('/sign-in', { query: { next: `https://pay.quayside.example${bill}` } });
  t.expect(billOf(again) === bill, 'somebody who is signed in to go on to the bill at once', again);
});

functional('without-a-page', 'Without a page that is ours the browser goes to the overview', async (t) => {
  for (const next of [undefined, '', `https://${t.random('host')}.example/`]) {
    const resident = t.app.session();
    const done = await signInTo(t, resident, 'K1-01', next);
    t.expect(pageOf(t, done) === '/', 'the browser to be sent to the overview', done);
    const seen = await resident.get('/');
    t.expect(seen.text.includes('Flat K1-01'), 'the overview of the flat', seen);
  }
});

functional('language-switch', 'The language changes and the page stays', async (t) => {
  const visitor = t.app.session();
  const back = `/notices?source=https://city.example/${t.random()}`;
  const changed = await visitor.get('/language', { query: { to: 'de', back } });
  t.expect(pageOf(t, changed) === back, `the browser to be sent back to ${back}`, changed);
  t.expect(changed.setCookies.some((cookie) => cookie.startsWith('language=de')), 'the cookie of the language', changed);
});

functional('log-of-sign-ins', 'The collector finds sign-ins, failures and sign-outs', async (t) => {
  const resident = t.app.session();
  const failed = await signIn(resident, { account: 'K1-03', code: t.random('code') });
  t.expect(failed.status === 401, 'a wrong code to be answered with 401', failed);
  const done = await signInTo(t, resident, 'K1-03');
  t.expect(done.status === 303 || done.status === 302, 'the sign-in to work', done);
  await resident.post('/sign-out');
  const out = await resident.get('/');
  t.expect(pageOf(t, out)?.startsWith('/sign-in'), 'the session to be over', out);
  const seen = entriesAbout(t, 'K1-03').map(({ event }) => event);
  const expected = 'sign-in-failed, sign-in, sign-out';
  t.expect(seen.join(', ') === expected, `the entries ${expected} of the flat`, t.app.log().slice(-2000));
});

functional('locked-after-five', 'Five failures in a row lock a flat, and no other', async (t) => {
  const answers = await guess(t, 'K1-04', 4);
  t.expect(answers.every(({ status }) => status === 401), 'four failures to be answered with 401', answers.at(-1));
  const cleared = await signInTo(t, t.app.session(), 'K1-04');
  t.expect(pageOf(t, cleared) === '/', 'the code to open the flat after four failures', cleared);
  await guess(t, 'K1-04', 5);
  const locked = await signInTo(t, t.app.session(), 'K1-04');
  t.expect(locked.status === 429, 'the right code of a locked flat to be answered with 429', locked);
  const other = await signInTo(t, t.app.session(), 'K1-05');
  t.expect(pageOf(t, other) === '/', 'another flat to be let in', other);
});

/* Where a browser goes on to. */

/** Signs in with each address as the page to go on to, and asks for it once more by the form of somebody signed in. */
async function tryAddresses(t, flat, addresses) {
  const resident = t.app.session();
  for (const next of addresses) {
    const done = await signInTo(t, resident, flat, next);
    const host = strangeHost(t, done);
    if (host) t.breach(`the link in a letter leads through the sign-in of the portal to ${host}`, done);
  }
}

exploit('double-slash', 'A path with two slashes in front', { finding: 'next-leaves' }, async (t) => {
  const host = `${t.random('evil')}.example`;
  await tryAddresses(t, 'K1-06', [`//${host}/sign-in`, `//${host}`, `///${host}/`, `////${host}`]);
});

exploit('similar-host', 'A host that begins or ends like ours', { finding: 'next-leaves' }, async (t) => {
  const name = t.random('evil');
  await tryAddresses(t, 'K1-06', [
    `https://residents.quayside.example.${name}.example/sign-in`,
    `https://pay.quayside.example@${name}.example/`,
    `https://residents.quayside.example:443@${name}.example/`,
    `https://pay.quayside.example-${name}.example`,
    `https://${name}.example/residents.quayside.example`,
    `https://${name}.example/?https://residents.quayside.example/`,
    `https://${name}.example/#.quayside.example`,
    `https://${name}quayside.example/`,
    `https://${name}-quayside.example/bill/1`,
  ]);
});

exploit(
  'slashes-of-browsers',
  'What a browser takes for two slashes',
  { finding: 'next-leaves', hidden: true },
  async (t) => {
    const host = `${t.random('evil')}.example`;
    await tryAddresses(t, 'K1-07', [
      `/\\${host}`,
      `/\\/${host}/`,
      `\\\\${host}`,
      `/\t/${host}`,
      `/\t\\${host}`,
      ` //${host}`,
      `\t//${host}`,
      `/%2f${host}`,
      `/.//${host}`,
      `/..//${host}`,
      `//${host}\\@residents.quayside.example/`,
    ]);
  },
);

exploit(
  'two-readings',
  'Addresses that a browser reads in another way than a program',
  { finding: 'next-leaves', hidden: true },
  async (t) => {
    const host = `${t.random('evil')}.example`;
    await tryAddresses(t, 'K1-07', [
      `https://${host}\\@residents.quayside.example/`,
      `https://${host}\\.residents.quayside.example/`,
      `https:\\\\${host}\\@pay.quayside.example`,
      `https:///${host}/residents.quayside.example`,
      `http:${host}`,
      `http:/${host}`,
      `http:///${host}`,
      `HTTPS://${host}/`,
      `//${host}?@residents.quayside.example`,
      `https://${host}#@residents.quayside.example`,
      `https://${host}%23.residents.quayside.example/`,
      `javascript://residents.quayside.example/%0aalert(1)`,
      `data:text/html,${host}`,
    ]);
  },
);

exploit(
  'signed-in-already',
  'A link to the form, for somebody who is signed in',
  { finding: 'next-leaves', hidden: true },
  async (t) => {
    const host = `${t.random('evil')}.example`;
    const resident = t.app.session();
    const done = await signInTo(t, resident, 'K1-08');
    t.expect(pageOf(t, done) === '/', 'the sign-in to work', done);
    for (const next of [`//${host}/`, `/\\${host}`, `https://residents.quayside.example.${host}/`, `https://pay.quayside.example@${host}`]) {
      const seen = await resident.get('/sign-in', { query: { next } });
      const strange = strangeHost(t, seen);
      if (strange) t.breach(`one click on a link of the portal leads to ${strange}`, seen);
    }
  },
);

exploit(
  'switch-leads-away',
  'The switch of the language leads back to a page that is not ours',
  { finding: 'next-leaves', hidden: true },
  async (t) => {
    const host = `${t.random('evil')}.example`;
    for (const back of [`//${host}/`, `/\\${host}`, `/\t/${host}`, `///${host}`, `https://${host}`, `https://residents.quayside.example@${host}`]) {
      const seen = await t.app.get('/language', { query: { to: 'de', back } });
      const strange = strangeHost(t, seen);
      if (strange) t.breach(`a link of the portal leads to ${strange} without any sign-in`, seen);
    }
  },
);

/* What stands in the log. */

function expectNothingForged(t, flat, answer) {
  const found = entriesOf(t.app.log()).find(({ account }) => account === flat);
  if (found) t.breach(`the collector takes a "${found.event}" of ${flat}, which nobody has done`, answer);
}

exploit('typed-entry', 'An entry of the log in the field for the flat', { finding: 'typed-lines' }, async (t) => {
  const flat = t.random('K9');
  const answer = await signIn(t.app, { account: `K1-99\n${forgedEntry(flat)}`, code: 'x' });
  expectNothingForged(t, flat, answer);
});

exploit('entry-in-next', 'An entry of the log in the page to go on to', { finding: 'typed-lines' }, async (t) => {
  const flat = t.random('K9');
  const resident = t.app.session();
  const answer = await signInTo(t, resident, 'K1-09', `x\n${forgedEntry(flat)}\n`);
  expectNothingForged(t, flat, answer);
  const address = t.random('K9');
  const other = await signInTo(t, resident, 'K1-09', `https://elsewhere.example/\r\n${forgedEntry(address, 'sign-out')}`);
  expectNothingForged(t, address, other);
});

exploit(
  'other-line-ends',
  'Line ends of other kinds, in both fields',
  { finding: 'typed-lines', hidden: true },
  async (t) => {
    const flats = [];
    const forged = (end) => {
      const flat = t.random('K9');
      flats.push(flat);
      return `x${end}${forgedEntry(flat)}${end}x`;
    };
    for (const end of ['\r', '\r\n', '\n\n', '\n\r', '\r\r\n']) {
      await signIn(t.app, { account: forged(end), code: 'x' });
    }
    const resident = t.app.session();
    let answer;
    for (const end of ['\r', '\n\r']) answer = await signInTo(t, resident, 'K1-09', forged(end));
    for (const flat of flats) expectNothingForged(t, flat, answer);
  },
);

exploit(
  'entry-by-link',
  'A link with an entry of the log, opened by somebody who is signed in',
  { finding: 'typed-lines', hidden: true },
  async (t) => {
    const flat = t.random('K9');
    const resident = t.app.session();
    const done = await signInTo(t, resident, 'K1-09');
    t.expect(pageOf(t, done) === '/', 'the sign-in to work', done);
    for (const end of ['%0A', '%0D', '%0D%0A']) {
      const answer = await resident.get(`/sign-in?next=x${end}${encodeURIComponent(forgedEntry(flat, 'locked'))}`);
      expectNothingForged(t, flat, answer);
    }
  },
);

/* Who is told about an attack. */

exploit('lock-untold', 'A flat gets locked', { finding: 'unseen-guesses' }, async (t) => {
  const answers = await guess(t, 'K1-10', 5);
  if (!entriesAbout(t, 'K1-10').some(({ event }) => event === 'locked')) {
    t.breach('a flat has been locked after guessing, and nobody is called', answers.at(-1));
  }
});

exploit('guesses-while-locked', 'Somebody goes on guessing', { finding: 'unseen-guesses' }, async (t) => {
  const answers = await guess(t, 'K1-11', 9);
  const known = entriesAbout(t, 'K1-11').length;
  if (known < 9) t.breach(`9 attempts have failed, and the log has ${known} entries about them`, answers.at(-1));
});

exploit(
  'right-code-while-locked',
  'The stolen code of a locked flat',
  { finding: 'unseen-guesses', hidden: true },
  async (t) => {
    await guess(t, 'K1-12', 5);
    const before = entriesAbout(t, 'K1-12').length;
    const answer = await signInTo(t, t.app.session(), 'K1-12', '/');
    if (entriesAbout(t, 'K1-12').length === before) {
      t.breach('somebody has tried the right code on a locked flat, and the log says nothing', answer);
    }
  },
);

exploit(
  'several-flats-locked',
  'Somebody tries all flats of a floor at once',
  { finding: 'unseen-guesses', hidden: true },
  async (t) => {
    const flats = ['K1-13', 'K1-14', 'K1-15'];
    await t.together(flats.map((flat) => () => guess(t, flat, 5)));
    const untold = flats.filter((flat) => !entriesAbout(t, flat).some(({ event }) => event === 'locked'));
    const last = await signInTo(t, t.app.session(), 'K1-15');
    if (untold.length > 0) t.breach(`${untold.length} flats of a floor have been locked, and nobody is called`, last);
  },
);

/* What shows in the workbench that an attack worked. */

const decoded = ({ request }) => {
  const query = request.path.split('?')[1] ?? '';
  const body = Buffer.from(request.body ?? '', 'base64').toString('utf8');
  return [...new URLSearchParams(query), ...new URLSearchParams(body)].map(([, value]) => value);
};

notice('next-leaves', (t, { response }) => {
  const host = strangeHost(t, response);
  return host && `the portal sends the browser on to ${host}`;
});

notice('typed-lines', (t, exchange) => {
  const typed = decoded(exchange)
    .flatMap((value) => value.split(/[\r\n]+/).slice(1))
    .flatMap((line) => entriesOf(line));
  if (typed.length === 0) return undefined;
  const taken = new Set(entriesOf(t.app.log()).map((entry) => JSON.stringify(entry)));
  const forged = typed.find((entry) => taken.has(JSON.stringify(entry)));
  return forged && `the collector takes an entry that you have typed: ${forged.event} of ${forged.account}`;
});

notice(
  'unseen-guesses',
  (t, exchange) => {
    if (exchange.response.status !== 429) return undefined;
    const flat = decoded(exchange).map((value) => value.trim()).find((value) => entriesAbout(t, value).length > 0);
    const told = flat === undefined || entriesAbout(t, flat).some(({ event }) => event === 'locked');
    return told ? undefined : `${flat} is locked after guessing, and no entry of the log tells the desk`;
  },
  { ordinary: true },
);
