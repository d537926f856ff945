import { exploit, functional, notice } from '#checks';
import { alerts, hire, landing, leaves, pathAfter, signIn, trail } from './portal.js';

const deepPage = '/reports/2031/north?quarter=1&q=a//b:c%20d&next=https://other.example/';

functional('there-and-back', 'Whoever follows a link to a page signs in and lands on it', async (t) => {
  const person = await hire(t);
  const browser = t.app.session();
  const first = await browser.get(deepPage);
  const form = landing(t, first);
  t.expect(form?.pathname === '/sign-in', 'a page without a session to lead to the sign-in', first);
  const page = await browser.get(form.pathname + form.search);
  t.expect(page.status === 200 && page.text.includes('name="next"'), 'the form with the page to return to', page);
  const next = form.searchParams.get('next') ?? '';
  const answer = await signIn(browser, person, next);
  t.expect(pathAfter(t, answer) === deepPage, `a way on to ${deepPage}`, answer);
  const seen = await browser.get(deepPage);
  t.expect(seen.status === 200 && seen.text.includes(person.name), 'the page, signed in', seen);
});

functional('home-otherwise', 'Without a page to return to the way leads home', async (t) => {
  const person = await hire(t);
  for (const next of [undefined, '']) {
    const answer = await signIn(t.app, person, next);
    t.expect(pathAfter(t, answer) === '/home', 'a way on to /home', answer);
  }
});

functional('already-signed-in', 'Whoever is signed in goes on without the form, until the sign-out', async (t) => {
  const browser = t.app.session();
  await signIn(browser, await hire(t));
  const on = await browser.get('/sign-in?next=%2Freports%2F7%3Fa%3D1');
  t.expect(pathAfter(t, on) === '/reports/7?a=1', 'a way on to /reports/7?a=1', on);
  await browser.post('/sign-out');
  const out = await browser.get('/home');
  t.expect(landing(t, out)?.pathname === '/sign-in', 'the sign-in after the sign-out', out);
});

functional('wrong-password', 'A wrong password leads back to the form, and the page is not forgotten', async (t) => {
  const { name } = await hire(t);
  const browser = t.app.session();
  const answer = await signIn(browser, { name, password: 'wrong' }, '/reports/8?a=1');
  const back = landing(t, answer);
  t.expect(back?.pathname === '/sign-in', 'a way back to the form', answer);
  const page = await browser.get(back.pathname + back.search);
  t.expect(page.text.includes('That did not work.') && page.text.includes('/reports/8?a=1'), 'the form with the page', page);
  const home = await browser.get('/home');
  t.expect(landing(t, home)?.pathname === '/sign-in', 'no session', home);
});

functional('on-the-trail', 'Attempts are on the trail with the names that HR uses', async (t) => {
  const person = await hire(t, { name: t.random("Jörg O'Brien") });
  await signIn(t.app, { ...person, password: 'wrong' });
  await signIn(t.app, { ...person, name: person.name.toUpperCase() });
  const before = await trail(t);
  await signIn(t.app, { name: t.random('nobody'), password: 'x' });
  const attempts = await trail(t);
  const own = attempts.filter(({ user }) => user === person.name);
  t.expect(own.map(({ result }) => result).join() === 'failed,ok', `a failed and an ok attempt of ${person.name}`, own);
  t.expect(own[0].address === '127.0.0.1' && !Number.isNaN(Date.parse(own[0].time)), 'the time and the address', own[0]);
  t.expect(attempts.length === before.length + 1 && attempts.at(-1).result !== 'ok', 'one more failed attempt for an unknown name', attempts.at(-1));
  const denied = await t.app.get('/internal/trail');
  t.expect(denied.status === 403, '403 without the key', denied);
});

functional('five-in-a-row', 'Five failures in a row raise an alert, four and a success do not', async (t) => {
  const [quiet, loud] = [await hire(t), await hire(t)];
  for (const round of [0, 1]) {
    for (let at = 0; at < 4; at += 1) await signIn(t.app, { ...quiet, password: `wrong-${round}-${at}` });
    await signIn(t.app, quiet);
  }
  for (let at = 0; at < 5; at += 1) await signIn(t.app, { ...loud, password: `wrong-${at}` });
  const seen = await alerts(t);
  t.expect(seen.includes(loud.name) && !seen.includes(quiet.name), `an alert for ${loud.name} and none for ${quiet.name}`, seen);
});

const evil = 'evil.example';

/** Breaches when signing in with one of these addresses takes the browser elsewhere. */
async function followsAway(t, addresses) {
  const person = await hire(t);
  for (const next of addresses) {
    const answer = await signIn(t.app, person, next);
    if (leaves(t, answer)) {
      t.breach(`right after the password, the browser goes to ${landing(t, answer).href}`, answer);
    }
  }
}

exploit('two-slashes', 'A return address of two slashes leads to another site', { finding: 'return-address' }, (t) =>
  followsAway(t, [`//${evil}/sign-in`, `https://${evil}/`, `javascript:alert(1)`]),
);

exploit(
  'slashes-in-disguise',
  'A return address that browsers read as two slashes leads to another site',
  { finding: 'return-address', hidden: true },
  (t) =>
    followsAway(t, [
      `/\\${evil}/sign-in`,
      `/\t/${evil}/sign-in`,
      `///${evil}/sign-in`,
      `/\\/${evil}`,
      `/\n/${evil}`,
      `////${evil}`,
      `\\\\${evil}`,
      ` //${evil}`,
      `//${evil}\\@x`,
      `/%2f/../\\${evil}`,
    ]),
);

exploit(
  'already-inside',
  'A link to the sign-in sends people who are signed in to another site',
  { finding: 'return-address', hidden: true },
  async (t) => {
    const browser = t.app.session();
    await signIn(browser, await hire(t));
    for (const next of [`//${evil}/news`, `/\\${evil}`, `/\t/${evil}`, `https://${evil}/`]) {
      const answer = await browser.get('/sign-in', { query: { next } });
      if (leaves(t, answer)) t.breach(`a link with the portal's name opens ${landing(t, answer).href}`, answer);
    }
  },
);

exploit(
  'looks-like-the-portal',
  'A return address that begins with or holds the name of the portal leads to another site',
  { finding: 'return-address', hidden: true },
  (t) => {
    const { host, origin } = new URL(t.app.url);
    return followsAway(t, [
      `//${evil}/${host}/home`,
      `//${host}@${evil}/home`,
      `${origin}.${evil}/home`,
      `${origin}@${evil}/home`,
      `//${evil}?/home`,
      `//${evil}/..//home`,
    ]);
  },
);

const forged = (name) => `2031-05-06T07:08:09Z\tok\t${name}\t10.1.2.3`;

/** Breaches when the trail shows a sign-in of somebody who never signed in. */
async function showsForgery(t, lineEnd) {
  const { name } = await hire(t);
  const answer = await signIn(t.app, { name: `${t.random('x')}${lineEnd}${forged(name)}${lineEnd}y`, password: 'x' });
  const attempt = (await trail(t)).find(({ user }) => user === name);
  if (attempt) t.breach(`the trail says that ${name} signed in from ${attempt.address}`, answer);
  const raw = (t.files.read('audit/sign-ins.log') ?? '').split(/[\r\n]/);
  if (raw.some((line) => line.startsWith(forged(name)))) t.breach('the file has a line that the attacker wrote', answer);
}

exploit('forged-success', 'A name with a line break puts a sign-in of somebody else on the trail', { finding: 'forged-lines' }, (t) =>
  showsForgery(t, '\n'),
);

exploit('forged-by-return', 'A carriage return does the same', { finding: 'forged-lines', hidden: true }, async (t) => {
  for (const lineEnd of ['\r', '\r\n']) await showsForgery(t, lineEnd);
});

exploit(
  'alert-kept-quiet',
  'Forged successes keep an alert about guessed passwords from being raised',
  { finding: 'forged-lines', hidden: true },
  async (t) => {
    const { name } = await hire(t);
    let answer;
    for (let at = 0; at < 8; at += 1) {
      answer = await signIn(t.app, { name, password: `guess-${at}` });
      if (at % 3 !== 2) continue;
      for (const lineEnd of ['\n', '\r']) await signIn(t.app, { name: `x${lineEnd}${forged(name)}`, password: 'x' });
    }
    if (!(await alerts(t)).includes(name)) t.breach('eight guesses at one account and no alert', answer);
  },
);

exploit(
  'name-with-a-tab',
  'A name with a tab makes the attempt look like one of somebody else',
  { finding: 'forged-lines', hidden: true },
  async (t) => {
    const { name } = await hire(t);
    const answer = await signIn(t.app, { name: `${name}\t10.1.2.3`, password: 'x' });
    const attempt = (await trail(t)).find(({ user }) => user === name);
    if (attempt) t.breach(`the trail blames ${name} at ${attempt.address}`, answer);
  },
);

/** Tells how many attempts the trail holds more after these. */
async function grows(t, attempts) {
  const before = (await trail(t)).length;
  let answer;
  for (const attempt of attempts) answer = await signIn(t.app, attempt);
  return { answer, added: (await trail(t)).length - before };
}

exploit('leaver-unseen', 'Somebody who left tries the old password, which is right, and no one can see it', { finding: 'unseen-attempts' }, async (t) => {
  const leaver = await hire(t, { disabled: true });
  const { answer, added } = await grows(t, [leaver]);
  if (added === 0) t.breach('a right password for a disabled account leaves no trace', answer);
});

exploit(
  'leaver-without-alert',
  'Six attempts with the right password of a disabled account raise no alert',
  { finding: 'unseen-attempts', hidden: true },
  async (t) => {
    const leaver = await hire(t, { disabled: true });
    const { answer } = await grows(t, Array(6).fill(leaver));
    if (!(await alerts(t)).includes(leaver.name)) t.breach('nobody is told that a stolen or old password is being tried', answer);
  },
);

exploit(
  'long-name-unseen',
  'Attempts with an overlong name leave no trace',
  { finding: 'unseen-attempts', hidden: true },
  async (t) => {
    const { answer, added } = await grows(t, [{ name: t.random('n'.repeat(120)), password: 'x' }]);
    if (added === 0) t.breach('the attempt is on no trail', answer);
  },
);

exploit(
  'odd-name-unseen',
  'Attempts with names that cannot be real leave no trace',
  { finding: 'unseen-attempts', hidden: true },
  async (t) => {
    for (const name of [`${t.random('x')}\n`, `${t.random('x')}\t`, '', t.random('n'.repeat(120))]) {
      const { answer, added } = await grows(t, [{ name, password: 'x' }]);
      if (added === 0) t.breach('the attempt is on no trail', answer);
    }
  },
);

notice('return-address', (t, { request, response }) => {
  if (request.path.startsWith('/sign-in') && leaves(t, response)) {
    return `the browser leaves the portal for ${landing(t, response).href}`;
  }
});

const lines = (t) => (t.files.read('audit/sign-ins.log') ?? '').split(/\r\n|[\r\n]/).filter((line) => line !== '');
let linesBefore = 0;

const isAttempt = (request) => request.method === 'POST' && request.path === '/sign-in';
const nameIn = (request) => new URLSearchParams(Buffer.from(request.body, 'base64').toString('utf8')).get('username') ?? '';

notice('forged-lines', (t, { request }) => {
  if (!isAttempt(request) || !/[\r\n\t]/.test(nameIn(request))) return;
  const written = lines(t).slice(linesBefore);
  if (written.length > 1) return `one attempt has written ${written.length} lines; the last is "${written.at(-1)}"`;
  if (written[0]?.split('\t').length > 4) return 'the line of the attempt has more fields than it should';
});

notice('unseen-attempts', (t, { request, response }) => {
  const grown = lines(t).length - linesBefore;
  linesBefore += grown;
  if (isAttempt(request) && response.status > 0 && response.status < 500 && grown === 0) {
    return 'the attempt has left nothing on the trail';
  }
});
