import { exploit, functional, notice } from '#checks';
import { Browser, holds, newAccount, ownOrigin, shopOrigin, signIn } from './browser.js';

functional('signs-in', 'An account signs in and sees its own details, nobody else does', async (t) => {
  const [ada, bo] = [await newAccount(t), await newAccount(t)];
  const [adas, bos] = [await signIn(t, ada), await signIn(t, bo)];
  for (const [browser, account, other] of [[adas, ada, bo], [bos, bo, ada], [adas, ada, bo]]) {
    const seen = await browser.send('GET', '/account');
    t.expect(seen.status === 200 && holds(seen, account) && !holds(seen, other), 'the details of the own account', seen);
  }
  const stranger = await new Browser(t).send('GET', '/account');
  t.expect(stranger.status === 401, 'somebody who is not signed in to be refused', stranger);
  const wrong = await new Browser(t).send('POST', '/session', { json: { account: ada.account, key: bo.key } });
  t.expect(wrong.status === 401, 'a wrong key to be refused', wrong);
});

functional('keeps-basket', 'What was put into the basket before signing in is ordered after it', async (t) => {
  const browser = new Browser(t);
  for (const [sku, bags] of [['decaf', 2], ['filter-light', 3]]) {
    const added = await browser.send('POST', '/basket', { json: { sku, bags }, origin: ownOrigin });
    t.expect(added.status === 201, 'a bag to go into the basket', added);
  }
  await signIn(t, await newAccount(t), browser);
  const basket = await browser.send('GET', '/basket');
  t.expect(basket.json()?.length === 2, 'both lines to be in the basket after signing in', basket);
  const reference = t.random('po');
  const ordered = await browser.send('POST', '/orders', { json: { reference }, origin: ownOrigin });
  t.expect(ordered.json()?.cents === 2 * 1990 + 3 * 2150, 'an order of both lines', ordered);
  const orders = await browser.send('GET', '/orders');
  t.expect(orders.json()?.[0]?.reference === reference, 'the order to be listed', orders);
  const empty = await browser.send('GET', '/basket');
  t.expect(empty.json()?.length === 0, 'the basket to be empty after the order', empty);
});

functional('stays-signed-in', 'A session lasts over many requests, and says how long', async (t) => {
  const browser = await signIn(t, await newAccount(t));
  for (let visit = 0; visit < 4; visit += 1) {
    const seen = await browser.send('GET', '/session');
    const { account, endsAt } = seen.json() ?? {};
    t.expect(account && Date.parse(endsAt) > Date.now() + 60_000, 'to be signed in for a while', seen);
  }
});

functional('widget', 'The widget of any shop reads and changes the account of the person', async (t) => {
  const account = await newAccount(t);
  const [browser, origin] = [new Browser(t), shopOrigin(t)];
  const { account: number, key } = account;
  const signed = await browser.fetchFrom(origin, 'POST', '/session', { account: number, key });
  t.expect(signed.readable?.status === 200, 'the page of a shop to sign in and read the answer', signed.answer);
  const read = await browser.fetchFrom(origin, 'GET', '/account');
  t.expect(holds(read.readable, account), 'the page of a shop to read the account', read.answer);
  const deliverTo = t.random('street');
  const changed = await browser.fetchFrom(origin, 'PATCH', '/account', { deliverTo });
  t.expect(changed.readable?.json()?.deliverTo === deliverTo, 'the page of a shop to change the address', changed.answer);
  const out = await browser.fetchFrom(origin, 'DELETE', '/session');
  t.expect(out.readable?.status === 204, 'the page of a shop to sign out', out.answer);
});

functional('own-pages', 'Our own pages, and clients that are no browser, are served as before', async (t) => {
  const browser = await signIn(t, await newAccount(t));
  const fromOwn = await browser.send('POST', '/basket', { json: { sku: 'decaf', bags: 1 }, origin: ownOrigin });
  t.expect(fromOwn.status === 201, 'a request from our own pages to be served', fromOwn);
  const withoutOrigin = await browser.send('PATCH', '/account', { json: { deliverTo: t.random('road') } });
  t.expect(withoutOrigin.status === 200, 'a request without Origin to be served', withoutOrigin);
});

functional('signs-out', 'After signing out the old cookie opens nothing', async (t) => {
  const account = await newAccount(t);
  const browser = await signIn(t, account);
  const before = browser.cookies;
  const out = await browser.send('DELETE', '/session', { origin: ownOrigin });
  t.expect(out.status === 204, 'signing out to be answered with 204', out);
  const again = await browser.send('GET', '/account');
  t.expect(again.status === 401, 'the browser to be signed out', again);
  const thief = new Browser(t);
  thief.plant(before);
  const replayed = await thief.send('GET', '/account');
  t.expect(!holds(replayed, account), 'a copy of the old cookie to be worthless', replayed);
});

/** The attacker brings cookies into the browser of somebody who then signs in. */
async function ridePlanted(t, cookies) {
  const victim = await newAccount(t);
  const browser = new Browser(t);
  browser.plant(cookies);
  await signIn(t, victim, browser);
  const attacker = new Browser(t);
  attacker.plant(cookies);
  const seen = await attacker.send('GET', '/account');
  if (holds(seen, victim)) t.breach('the attacker reads the bank details of the account that signed in later', seen);
}

exploit(
  'planted-visit',
  'A session that the attacker began is planted before somebody signs in',
  { finding: 'session-kept-at-sign-in' },
  async (t) => {
    const attacker = new Browser(t);
    await attacker.send('GET', '/basket');
    await attacker.send('POST', '/basket', { json: { sku: 'decaf', bags: 1 } });
    await ridePlanted(t, attacker.cookies);
  },
);

exploit(
  'planted-invention',
  'A session id that the attacker made up is planted',
  { finding: 'session-kept-at-sign-in' },
  async (t) => {
    const probe = new Browser(t);
    await probe.send('GET', '/basket');
    await signIn(t, await newAccount(t), probe);
    const names = Object.keys(probe.cookies);
    const invented = t.random('mine').padEnd(32, 'x');
    await ridePlanted(t, Object.fromEntries(names.map((name) => [name, invented])));
  },
);

exploit(
  'planted-signed-in',
  'The attacker plants a session that is signed in to an account of their own',
  { finding: 'session-kept-at-sign-in', hidden: true },
  async (t) => {
    const attacker = await signIn(t, await newAccount(t));
    await attacker.send('GET', '/account');
    await ridePlanted(t, attacker.cookies);
  },
);

exploit(
  'planted-after-sign-out',
  'The attacker signs out first and plants what is left in the browser',
  { finding: 'session-kept-at-sign-in', hidden: true },
  async (t) => {
    const attacker = new Browser(t);
    await attacker.send('GET', '/basket');
    const first = attacker.cookies;
    await signIn(t, await newAccount(t), attacker);
    const second = attacker.cookies;
    await attacker.send('DELETE', '/session');
    await ridePlanted(t, { ...first, ...second });
    await ridePlanted(t, first);
  },
);

/** The page at `origin` is open in the browser of somebody who is signed in. */
async function readFrom(t, origin) {
  const victim = await newAccount(t);
  const browser = await signIn(t, victim);
  const { readable } = await browser.fetchFrom(origin, 'GET', '/account');
  if (holds(readable, victim)) t.breach(`a page at ${origin} reads the bank details of the visitor`, readable);
}

exploit(
  'foreign-page-reads',
  'A page anywhere on the web reads the account of its visitor',
  { finding: 'any-origin-with-credentials' },
  (t) => readFrom(t, `https://${t.random('win')}.attacker.example`),
);

exploit(
  'foreign-page-changes',
  'A page anywhere on the web changes the delivery address of its visitor',
  { finding: 'any-origin-with-credentials' },
  async (t) => {
    const browser = await signIn(t, await newAccount(t));
    const deliverTo = t.random('warehouse');
    const origin = `https://${t.random('win')}.attacker.example`;
    await browser.fetchFrom(origin, 'PATCH', '/account', { deliverTo });
    const seen = await browser.send('GET', '/account');
    if (seen.text.includes(deliverTo)) t.breach('a foreign page had the goods sent to another address', seen);
  },
);

exploit(
  'sandboxed-frame',
  'A sandboxed frame, whose origin is "null", reads the account',
  { finding: 'any-origin-with-credentials', hidden: true },
  (t) => readFrom(t, 'null'),
);

exploit(
  'look-alike-names',
  'Names that resemble the shops are registered by the attacker',
  { finding: 'any-origin-with-credentials', hidden: true },
  async (t) => {
    const own = t.random('shop');
    const origins = [
      `https://${own}nordwind-shops.example`,
      `https://${own}-nordwind-shops.example`,
      `https://${own}.nordwind-shops.example.attacker.example`,
      `https://nordwind-shops.example.${own}.example`,
      `https://${own}.nordwind-shopsxexample`,
      `https://${own}xnordwind-shops.example`,
      `https://orders.nordwind.example.${own}.example`,
      `https://${own}orders.nordwind.example`,
    ];
    for (const origin of origins) await readFrom(t, origin);
  },
);

exploit(
  'plain-http-shop',
  'Somebody in the same wireless network answers for a shop over plain HTTP',
  { finding: 'any-origin-with-credentials', hidden: true },
  (t) => readFrom(t, `http://${t.random('shop')}.nordwind-shops.example`),
);

/** A script that the attacker got into the page sends off all cookies that it can read. */
async function stealCookies(t, browser, victim) {
  const thief = new Browser(t);
  thief.plant(browser.readable);
  const seen = await thief.send('GET', '/account');
  if (holds(seen, victim)) t.breach('a script in the page reads a cookie that opens the account elsewhere', seen);
}

exploit(
  'script-reads-cookie',
  'A script in the page reads the session cookie after a visit',
  { finding: 'cookie-open-to-scripts' },
  async (t) => {
    const victim = await newAccount(t);
    const browser = await signIn(t, victim);
    await browser.send('GET', '/account');
    await stealCookies(t, browser, victim);
  },
);

exploit(
  'script-reads-cookie-in-widget',
  'A script in the page of a shop reads the session cookie after a change',
  { finding: 'cookie-open-to-scripts' },
  async (t) => {
    const victim = await newAccount(t);
    const origin = shopOrigin(t);
    const browser = await signIn(t, victim, new Browser(t), origin);
    await browser.fetchFrom(origin, 'PATCH', '/account', { deliverTo: t.random('street') });
    await browser.fetchFrom(origin, 'POST', '/basket', { sku: 'decaf', bags: 1 });
    await stealCookies(t, browser, victim);
  },
);

exploit(
  'script-reads-cookie-after-error',
  'The cookie is renewed with an error, or was there before signing in',
  { finding: 'cookie-open-to-scripts', hidden: true },
  async (t) => {
    const victim = await newAccount(t);
    const browser = new Browser(t);
    await browser.send('GET', '/basket');
    await signIn(t, victim, browser);
    await stealCookies(t, browser, victim);
    await browser.send('GET', `/${t.random('nowhere')}`);
    await stealCookies(t, browser, victim);
    await browser.send('POST', '/orders', { json: { reference: 7 } });
    await stealCookies(t, browser, victim);
  },
);

const sessionsSeen = { planted: new Set() };
const sidOf = (request) => /(?:^|;\s*)sid=([^;]+)/.exec(headerOf(request, 'cookie') ?? '')?.[1];
const headerOf = ({ headers }, name) => headers.find(([key]) => key.toLowerCase() === name)?.[1];
const signsIn = ({ request, response }) =>
  request.method === 'POST' && request.path.startsWith('/session') && response.status === 200;

notice('session-kept-at-sign-in', (_t, exchange) => {
  const id = sidOf(exchange.request);
  if (id && signsIn(exchange)) sessionsSeen.planted.add(id);
  const used = id && exchange.request.path.startsWith('/account') && exchange.response.status === 200;
  if (used && sessionsSeen.planted.has(id)) {
    return 'a session id that was known before somebody signed in opens their account now';
  }
});

notice('any-origin-with-credentials', (_t, { request, response }) => {
  const origin = headerOf(request, 'origin');
  if (!origin || origin === ownOrigin || /^https:\/\/[a-z0-9-]+\.nordwind-shops\.example$/.test(origin)) return;
  const open =
    response.headers['access-control-allow-origin'] === origin &&
    response.headers['access-control-allow-credentials'] === 'true';
  if (open && response.status === 200 && response.text.includes('"iban"')) {
    return `a script at ${origin} may read this answer with the bank details of its visitor`;
  }
});

notice(
  'cookie-open-to-scripts',
  (_t, { request, response }) => {
    const cookie = response.setCookies.at(-1) ?? '';
    const signedIn = request.path.startsWith('/account') && response.status === 200;
    if (signedIn && cookie.startsWith('sid=') && !/;\s*httponly/i.test(cookie)) {
      return `the cookie of a session that is signed in was set again so that scripts can read it: ${cookie}`;
    }
  },
  { ordinary: true },
);
