import { exploit, functional, notice } from '#checks';
import { fewRounds, knownCost, mixedDigest, plainDigest } from './guessing.js';
import { member, register, signIn, whoIs } from './people.js';
import { cookiesOf, forge, isSignedWith, keysIn, literalsIn, read } from './session-cookie.js';
import { recordOf, repository } from './stolen.js';

/** The key that stood in the repository; whoever has a copy of it keeps it. */
const publishedKey = 'harbor-rooms-7c1e0f52';

const frontDesk = (t) => `desk-${t.canary('desk')}@harborrooms.example`;

functional('member-signs-in', 'A member registers, signs out and signs in again', async (t) => {
  const [alice] = await t.together(['alice', 'bob', 'changer'].map((label) => () => member(t, label)));
  t.expect((await whoIs(alice.session))?.email === alice.email, 'a new member to be signed in', alice.answer);
  await alice.session.post('/logout');
  t.expect(!(await whoIs(alice.session)), 'nobody to be signed in after signing out');
  const { session, answer } = await signIn(t, alice.email.toUpperCase(), alice.password);
  t.expect(answer.status === 200, 'the right password to be answered with 200', answer);
  const account = await whoIs(session);
  t.expect(account?.email === alice.email && account.role === 'member', 'the account of the member', account);
  Object.assign(alice, { session, signedIn: answer });
});

functional('wrong-password', "Neither a wrong password nor somebody else's opens an account", async (t) => {
  const alice = await member(t, 'alice');
  const bob = await member(t, 'bob');
  for (const [email, password] of [
    [alice.email, bob.password],
    [`${t.random('nobody')}@mail.example`, alice.password],
  ]) {
    const { session, answer } = await signIn(t, email, password);
    t.expect(answer.status >= 400 && answer.status < 500, 'a wrong password to be refused', answer);
    t.expect(!(await whoIs(session)), 'nobody to be signed in after a wrong password', answer);
  }
});

functional('unusual-words', 'Names, addresses and passwords may hold any words and signs', async (t) => {
  const email = `union.select--${t.random('or')}+drop@mail.example`;
  const name = "Siobhán O'Brien; --";
  const password = `pä"ss' OR ;-- ${t.random()}`;
  const person = await register(t, { email, name, password });
  t.expect(person.answer.status === 201, 'a new account to be answered with 201', person.answer);
  const { session, answer } = await signIn(t, email, password);
  t.expect(answer.status === 200, 'the member to sign in', answer);
  const account = await whoIs(session);
  t.expect(account?.name === name, 'the name as it was given', account);
});

functional('password-change', 'A new password takes the place of the old one', async (t) => {
  const person = await member(t, 'changer');
  const next = t.random('next');
  const change = (current) => person.session.post('/account/password', { json: { current, new: next } });
  const refused = await change(t.random('wrong'));
  t.expect(refused.status >= 400 && refused.status < 500, 'a wrong current password to be refused', refused);
  const accepted = await change(person.password);
  t.expect(accepted.status === 204, 'the change to be answered with 204', accepted);
  const [old, fresh] = await t.together([
    () => signIn(t, person.email, person.password),
    () => signIn(t, person.email, next),
  ]);
  t.expect(old.answer.status >= 400, 'the old password to be refused', old.answer);
  t.expect(fresh.answer.status === 200, 'the new password to sign in', fresh.answer);
  Object.assign(person, { password: next, session: fresh.session, changed: true });
});

functional('sign-in-history', 'The account page lists sign-ins with the browser, newest first', async (t) => {
  const alice = await member(t, 'alice');
  const agent = `Mozilla/5.0 (X11; Linux x86_64; rv:140.0) ${t.random('Browser')}/1.0`;
  const { session, answer } = await signIn(t, alice.email, alice.password, { agent, utc_offset: -210 });
  t.expect(answer.status === 200, 'the member to sign in', answer);
  const list = await session.get('/account/sign-ins');
  const [last] = list.json() ?? [];
  t.expect(last?.agent === agent && last.utc_offset === -210, `the last sign-in with ${agent}`, list);
});

functional('reservations', 'A member books a room, once, and sees the own bookings in order', async (t) => {
  const { session } = await member(t, 'bob');
  const booked = await session.post('/reservations', { json: { room: 2, day: '2031-05-02', hour: 9 } });
  t.expect(booked.status === 201, 'a free room to be booked', booked);
  const again = await session.post('/reservations', { json: { room: 2, day: '2031-05-02', hour: 9 } });
  t.expect(again.status === 409, 'a taken room to be refused with 409', again);
  await session.post('/reservations', { json: { room: 3, day: '2031-04-30', hour: 10 } });
  const byDay = await session.get('/reservations?sort=day');
  const rooms = byDay.json()?.map(({ room }) => room);
  t.expect(rooms?.join() === 'Buoy,Jetty', 'the bookings by day', byDay);
  const some = await session.get('/rooms?ids=1,3');
  t.expect(some.json()?.length === 2, 'the two rooms that were asked for', some);
});

functional('front-desk', 'The front desk, and nobody else, reads the settings of the house', async (t) => {
  const desk = await signIn(t, frontDesk(t), t.canary('desk-password'));
  t.expect(desk.answer.status === 200, 'the front desk to sign in', desk.answer);
  const settings = await desk.session.get('/desk/settings');
  t.expect(settings.json()?.door_code === t.canary('door-code'), 'the code of the door', settings);
  const { session } = await member(t, 'bob');
  const refused = await session.get('/desk/settings');
  t.expect(refused.status === 403, 'a member to be refused with 403', refused);
});

/* The statements of the sign-in. */

exploit(
  'comment-out',
  'An address that ends the text signs in without the password',
  { finding: 'sign-in-statements' },
  async (t) => {
    const { email } = await member(t, 'bob');
    for (const tail of ["' --", "'--", "'/\u002a", "';", `' OR email = '${email}`]) {
      const { session, answer } = await signIn(t, `${email}${tail}`, t.random('guess'));
      if ((await whoIs(session))?.email === email) t.breach('somebody without the password is signed in', answer);
    }
  },
);

exploit(
  'any-manager',
  'An address that is a condition signs in as the front desk',
  { finding: 'sign-in-statements' },
  (t) => asFrontDesk(t, ["' OR role = 'manager' --", "\\' OR role = 'manager' --", "x') OR (role = 'manager') --"]),
);

exploit(
  'any-manager-disguised',
  'The same without blanks, without comments, in mixed case',
  { finding: 'sign-in-statements', hidden: true },
  (t) =>
    asFrontDesk(t, [
      "'/**/oR/**/role/**/lIkE/**/'mAnAgEr'/\u002a",
      "'||(0)or+role='manager'/\u002a",
      "' or role between 'manager' and 'manager' or 'a' = 'b",
      "' or role = 'manager' or '1' = '2",
      "'\tor\trole\tglob\t'man*'\t/\u002a",
      "' || 1 or id in (select min(id) from accounts) --",
      "' uniunionon selselectect id, email, name, role from accounts where role = 'manager' --",
    ]),
);

async function asFrontDesk(t, addresses) {
  for (const address of addresses) {
    const { session, answer } = await signIn(t, address, t.random('guess'));
    if (answer.status >= 400) continue;
    const settings = await session.get('/desk/settings');
    if (settings.text.includes(t.canary('door-code'))) t.breach('a stranger reads the code of the front door', settings);
  }
}

exploit(
  'yes-or-no',
  'Whether a sign-in works answers any question about the database',
  { finding: 'sign-in-statements', hidden: true },
  async (t) => {
    const alice = await member(t, 'alice');
    const first = t.canary('door-code').charCodeAt(0);
    const isCode = (code) => `(SELECT unicode(value) FROM settings WHERE name LIKE '%code') = ${code}`;
    const isCodeUnquoted = (code) => `(SELECT unicode(max(value)) FROM settings) = ${code}`;
    const templates = [
      (code) => `${alice.email}' AND ${isCode(code)} AND '1' = '1`,
      (code) => `nobody' OR (id = ${alice.id} AND ${isCodeUnquoted(code)}) --`,
      (code) => `${alice.email}'/**/and/**/${isCodeUnquoted(code).replaceAll(' ', '/**/')}/**/and/**/'1'='1`,
    ];
    for (const template of templates) {
      const right = await signIn(t, template(first), alice.password);
      if (right.answer.status >= 400) continue;
      const wrong = await signIn(t, template(first + 1), alice.password);
      if (wrong.answer.status >= 400) {
        t.breach('the code of the front door can be read letter by letter', right.answer);
      }
    }
  },
);

exploit(
  'browser-name',
  'The name of the browser carries a secret into the list of sign-ins',
  { finding: 'sign-in-statements' },
  (t) => throughHistory(t, [{ agent: "x' || (SELECT value FROM settings) || '" }]),
);

exploit(
  'clock',
  'The offset of the clock carries it there, without any quote',
  { finding: 'sign-in-statements', hidden: true },
  async (t) => {
    const { id } = await member(t, 'alice');
    await throughHistory(t, [{ utc_offset: '(SELECT value FROM settings)' }, { utc_offset: `0), (${id}, (SELECT value FROM settings), 0` }]);
  },
);

exploit(
  'browser-name-disguised',
  'The same in other spellings',
  { finding: 'sign-in-statements', hidden: true },
  async (t) => {
    const { id } = await member(t, 'alice');
    await throughHistory(t, [
      { agent: `x', 0), (${id}, (sElEcT/**/value/**/fRoM/**/settings), 0) /\u002a` },
      { agent: `x\\', 0), (${id}, (SELECT value FROM settings), 0) --` },
    ]);
  },
);

async function throughHistory(t, signIns) {
  const alice = await member(t, 'alice');
  const listed = async (session) => {
    const list = await session.get('/account/sign-ins');
    return { list, times: list.text.split(t.canary('door-code')).length };
  };
  for (const more of signIns) {
    const before = await listed(alice.session);
    const { session, answer } = await signIn(t, alice.email, alice.password, more);
    if (answer.status >= 400) continue;
    const after = await listed(session);
    if (after.times > before.times) t.breach('a member reads the code of the front door', after.list);
  }
}

exploit(
  'stored-address',
  'An address that was harmless when it was stored changes a password unasked',
  { finding: 'sign-in-statements', hidden: true },
  async (t) => {
    const email = `${t.random('guest')}@mail.example' or id = (select max(id) from accounts) --`;
    const { session, answer } = await register(t, { email });
    if (answer.status >= 400) return;
    const change = { current: t.random('wrong'), new: t.random('next') };
    const changed = await session.post('/account/password', { json: change });
    if (changed.status < 300 && changed.status > 0) {
      t.breach('an unlocked browser is enough to take the account over', changed);
    }
  },
);

/* What a copy of the database gives away. */

exploit(
  'same-password',
  'Two members with one password show it in a stolen database',
  { finding: 'password-digest' },
  async (t) => {
    const [bob, stranger] = [await member(t, 'bob'), await member(t, 'alice')];
    const twin = await member(t, 'twin', { password: bob.password, name: t.random('Twin') });
    const [first, second, third] = [bob, twin, stranger].map(({ email }) => recordOf(t, email).map(String));
    const shared = first.find((value) => value.length >= 20 && second.includes(value) && !third.includes(value));
    if (shared) t.breach('equal passwords are visible, so one table of digests serves for all', shared);
  },
);

exploit(
  'word-list',
  'A list of words, digested once each, finds a password in a stolen database',
  { finding: 'password-digest' },
  async (t) => {
    const { email, password } = await member(t, 'bob');
    const record = recordOf(t, email);
    const name = plainDigest(record, password);
    if (name) t.breach(`one ${name} a guess finds the password`, record.join('\n'));
  },
);

exploit(
  'salted-word-list',
  'The same, when a salt stands beside the digest or a key in the code',
  { finding: 'password-digest', hidden: true },
  async (t) => {
    const { email, password } = await member(t, 'bob');
    await guessOffline(t, { record: recordOf(t, email), password, email });
  },
);

exploit(
  'changed-password',
  'A password that was changed falls to the same list',
  { finding: 'password-digest', hidden: true },
  async (t) => {
    const person = await member(t, 'changer');
    if (!person.changed) {
      const change = { current: person.password, new: t.random('next') };
      const answer = await person.session.post('/account/password', { json: change });
      t.expect(answer.status < 300, 'the password to be changed', answer);
      Object.assign(person, { password: change.new, changed: true });
    }
    const { email, password } = person;
    await guessOffline(t, { record: recordOf(t, email), password, email });
  },
);

exploit(
  'front-desk-password',
  'The password that came with the installation falls to the same list',
  { finding: 'password-digest', hidden: true },
  async (t) => {
    const email = frontDesk(t);
    await guessOffline(t, { record: recordOf(t, email), password: t.canary('desk-password'), email });
  },
);

async function guessOffline(t, { record, password, email }) {
  const shown = record.join('\n');
  const plain = plainDigest(record, password);
  if (plain) t.breach(`one ${plain} a guess finds the password`, shown);
  const known = knownCost(record);
  if (known && !known.slow) t.breach('the work for each guess is set far too low', known.value);
  if (known) return;
  if (record.some((value) => /^gAAAAA/.test(String(value)))) {
    t.breach('the passwords are encrypted, and the key is on the same machine', shown);
  }
  const sources = repository(t);
  const peppers = [t.canary('session-secret'), publishedKey];
  const secrets = [...peppers, email, ...literals(sources)];
  const mixed = mixedDigest(record, password, { secrets, peppers });
  if (mixed) t.breach(`one ${mixed} a guess finds the password`, shown);
  const numbers = sources.flatMap((text) => (text.match(/\b\d[\d_]{2,5}\b/g) ?? []).map((n) => Number(n.replaceAll('_', ''))));
  const few = fewRounds(record, password, numbers);
  if (few) t.breach(`${few} finds the password`, shown);
  const spent = await workOfOneGuess(t, email);
  if (spent < 2) t.breach('checking one guess costs less than two milliseconds', `${spent} ms`);
}

const literals = (sources) => [...new Set(sources.flatMap(literalsIn).filter(({ length }) => length <= 80))];

/** How much longer a wrong password takes than a request that checks none, at best, in milliseconds. */
async function workOfOneGuess(t, email) {
  const timed = async (ask) => {
    const began = performance.now();
    await ask();
    return performance.now() - began;
  };
  const best = { guess: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 3; round += 1) {
    best.other = Math.min(best.other, await timed(() => t.app.get('/me')));
    best.guess = Math.min(best.guess, await timed(() => signIn(t, email, t.random('guess'))));
  }
  return best.guess - best.other;
}

/* The key that signs the session. */

exploit(
  'somebody-else',
  'Whoever has the code makes a cookie for another account',
  { finding: 'signing-key' },
  async (t) => {
    const alice = await member(t, 'alice');
    const bob = await member(t, 'bob');
    const keys = [publishedKey, ...keysIn(repository(t))];
    for (const { name, content, key } of signedCookies(alice.session, keys)) {
      const forged = forge(key, swap(content, alice, bob));
      const seen = await t.app.get('/me', { cookies: { [name]: forged } });
      if (seen.json()?.email === bob.email) t.breach('a cookie made at home is somebody else', seen);
    }
  },
);

exploit(
  'front-desk-cookie',
  'The same cookie for the front desk',
  { finding: 'signing-key' },
  async (t) => {
    const alice = await member(t, 'alice');
    const keys = [publishedKey, ...keysIn(repository(t))];
    for (const { name, content, key } of signedCookies(alice.session, keys)) {
      const desk = { id: 1, email: frontDesk(t), name: 'Front desk' };
      const forged = forge(key, { ...swap(content, alice, desk), ...('role' in content && { role: 'manager' }) });
      const seen = await t.app.get('/desk/settings', { cookies: { [name]: forged } });
      if (seen.text.includes(t.canary('door-code'))) t.breach('a cookie made at home opens the front desk', seen);
    }
  },
);

exploit(
  'published-key',
  'The key that was in the repository is good for nothing any more',
  { finding: 'signing-key', hidden: true },
  async (t) => {
    const alice = await member(t, 'alice');
    const bob = await member(t, 'bob');
    const contents = Object.entries(alice.session.cookies).map(([name, value]) => [name, read(value)]);
    for (const [name, content] of [...contents, ['bookings', { _permanent: true, account_id: alice.id }]]) {
      if (!content) continue;
      const forged = forge(publishedKey, swap(content, alice, bob));
      const seen = await t.app.get('/me', { cookies: { [name]: forged } });
      if (seen.json()?.email === bob.email) t.breach('the old key still makes cookies that count', seen);
    }
  },
);

function signedCookies(session, keys) {
  return Object.entries(session.cookies).flatMap(([name, value]) => {
    const content = read(value);
    const key = content && keys.find((candidate) => isSignedWith(candidate, value));
    return key === undefined ? [] : [{ name, content, key }];
  });
}

/** A session's content with one person put in the place of another. */
function swap(content, from, to) {
  const replaced = (value) => {
    if (value === from.id) return to.id;
    if (String(value) === String(from.id)) return String(to.id);
    if (value === from.email) return to.email;
    return value === from.name ? to.name : value;
  };
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, replaced(value)]));
}

/* The cookie itself. */

exploit(
  'read-by-script',
  'A script on the page reads the session',
  { finding: 'session-cookie' },
  async (t) => {
    await withoutFlag(t, [await anySignIn(t)], 'httponly', 'a script on the page can carry the session away');
  },
);

exploit(
  'sent-in-the-clear',
  'A request without TLS shows the session to the network',
  { finding: 'session-cookie' },
  async (t) => {
    await withoutFlag(t, [await anySignIn(t)], 'secure', 'the session also travels without encryption');
  },
);

exploit(
  'renewed-cookie',
  'The cookie of a new member, and the one renewed by a later request, are kept as well',
  { finding: 'session-cookie', hidden: true },
  async (t) => {
    const alice = await member(t, 'alice');
    const later = [];
    for (const path of ['/me', '/account/sign-ins', '/reservations']) later.push(await alice.session.get(path));
    const fresh = await member(t, 'bob');
    for (const flag of ['httponly', 'secure']) {
      await withoutFlag(t, [...later, alice.answer], flag, `a session without ${flag} is handed out later on`);
      await withoutFlag(t, [fresh.answer], flag, `a new member gets a session without ${flag}`);
    }
  },
);

/** The answer to the sign-in of a member, the first one when there was one. */
async function anySignIn(t) {
  const alice = await member(t, 'alice');
  alice.signedIn ??= (await signIn(t, alice.email, alice.password)).answer;
  return alice.signedIn;
}

/** The cookies that lack an attribute are enough to be signed in. */
async function withoutFlag(t, answers, flag, happened) {
  const lacking = cookiesOf(answers).filter(({ flags }) => !flags.has(flag));
  if (lacking.length === 0) return;
  const cookies = Object.fromEntries(lacking.map(({ name, value }) => [name, value]));
  const seen = await t.app.get('/me', { cookies });
  if (seen.status === 200 && seen.json()?.email) t.breach(happened, lacking.map(({ line }) => line).join('\n'));
}

/* What shows in the workbench that an attack worked. */

const issued = new Set();

notice('sign-in-statements', (t, { request, response }) => {
  if (request.path.startsWith('/account/sign-ins') && response.text.includes(t.canary('door-code'))) {
    return 'the code of the front door is in the list of sign-ins';
  }
  if (request.path !== '/login' || response.status >= 300) return undefined;
  const sent = Buffer.from(request.body, 'base64').toString('utf8');
  const account = response.json();
  return account?.email && !sent.toLowerCase().includes(`"${account.email}"`)
    ? `you are signed in as ${account.email} without having given this address`
    : undefined;
});

notice(
  'password-digest',
  (t, { response }) => {
    const name = plainDigest([response.text, ...response.text.split(/[^\w+/=]+/)], t.canary('desk-password'));
    return name ? `the ${name} digest of the front desk's password is in the answer` : undefined;
  },
  {
    attack: async (t) => {
      const person = await register(t, {});
      const agent = "x ' || (SELECT password FROM accounts WHERE id = 1) || '";
      const { session } = await signIn(t, person.email, person.password, { agent });
      await session.get('/account/sign-ins');
    },
  },
);

notice(
  'signing-key',
  (_t, { request, response }) => {
    const line = request.headers.find(([name]) => name.toLowerCase() === 'cookie')?.[1] ?? '';
    const values = line.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
    const forged = values.find((value) => read(value)?.account_id && !issued.has(value));
    const accepted = response.status === 200 && !['/health', '/login', '/register'].includes(request.path);
    // Only now, as the app may answer a cookie with the same one.
    for (const { value } of cookiesOf([response])) issued.add(value);
    return forged && accepted ? 'the app took a cookie that it never handed out' : undefined;
  },
  {
    attack: (t) => {
      const bookings = forge(publishedKey, { account_id: 1, made: t.random() });
      return t.app.get('/me', { cookies: { bookings } });
    },
  },
);

notice(
  'session-cookie',
  (_t, { request, response }) => {
    if (request.path !== '/login' && request.path !== '/register') return undefined;
    const bare = cookiesOf([response]).find(({ flags }) => !flags.has('httponly') && !flags.has('secure'));
    return bare && `the session is handed out as "${bare.line}"`;
  },
  { ordinary: true, attack: (t) => register(t, {}) },
);
