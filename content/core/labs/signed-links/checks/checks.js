import { exploit, functional, notice } from '#checks';
import { forgerFor } from './forge.js';
import { keysInTheCode, keysMadeOfDays, keysOfDays, keysOfTheStart } from './keys.js';
import { breachIfRead, fieldsOf, follow, hideDocument, inAnHour, open, openOffice } from './office.js';

functional('open-by-link', 'A client opens a document by its link', async (t) => {
  const office = await openOffice(t);
  for (const to of ["Åse O'Neil & Söhne, Kiel", 'von Berg: 2nd daughter', '']) {
    const [docket, text] = [`${t.random('deed')}.7:b_1`, `Deed of "${t.random('house')}" – 50% & more`];
    await office.put(docket, text);
    const made = await office.askForLink(docket, { to, hours: 168 });
    t.expect(made.status === 201 && made.json()?.link, 'a link to be made with 201', made);
    const seen = await follow(t, made.json().link);
    t.expect(seen.status === 200 && seen.json()?.text === text, 'the document', seen);
    t.expect(seen.json()?.recipient === to, 'the recipient as it was written', seen);
  }
});

functional('open-by-letter', 'A client types what stands in the letter', async (t) => {
  const office = await openOffice(t);
  const [docket, text] = [t.random('deed'), t.random('text')];
  await office.put(docket, text);
  const made = await office.askForLink(docket, { to: 'Mrs. Berg', hours: 1 });
  const address = made.json()?.letter;
  t.expect(address, 'an address for a letter', made);
  const { sig } = fieldsOf(address);
  t.expect(sig.length <= 20, 'a signature of at most 20 characters, which a client can type', made);
  const seen = await follow(t, address);
  t.expect(seen.status === 200 && seen.json()?.text === text, 'the document', seen);
});

functional('changed-link', 'A link that was changed opens nothing', async (t) => {
  const office = await openOffice(t);
  const [docket, other] = [t.random('deed'), t.random('deed')];
  await office.put(other, t.random('text'));
  const fields = await office.link(docket, { to: 'Mrs. Berg' });
  const changes = [
    { docket: other },
    { to: 'Mr. Berg' },
    { exp: String(Number(fields?.exp) + 1) },
    { sig: '0'.repeat(64) },
    { exp: 'soon' },
  ];
  for (const change of changes) {
    const seen = await open(t, { ...fields, ...change });
    t.expect(seen.status >= 400 && seen.status < 500, 'the changed link to be refused', seen);
  }
  const past = await open(t, { ...fields, exp: '1500000000' });
  t.expect(past.status >= 400 && past.status < 500, 'a time in the past to be refused', past);
});

functional(
  'own-documents-only',
  'An office makes links for its own documents, for up to a week',
  async (t) => {
    const [office, other] = [await openOffice(t), await openOffice(t)];
    const docket = t.random('deed');
    await office.put(docket, t.random('text'));
    const foreign = await other.askForLink(docket);
    t.expect(
      foreign.status >= 400 && foreign.status < 500,
      'a link for a foreign document to be refused',
      foreign,
    );
    const taken = await other.put(docket, 'mine');
    t.expect(taken.status === 409, 'a docket that is taken to be refused with 409', taken);
    for (const hours of [0, 169, -1]) {
      const seen = await office.askForLink(docket, { hours });
      t.expect(seen.status === 400, `${hours} hours to be refused with 400`, seen);
    }
  },
);

functional('links-side-by-side', 'Links for several recipients work side by side', async (t) => {
  const office = await openOffice(t);
  const [docket, first, second] = [t.random('deed'), t.random('first'), t.random('second')];
  await office.put(docket, first);
  const made = [];
  for (const to of ['Mrs. Berg', 'Mr. Berg', 'Mrs. Berg'])
    made.push(await office.askForLink(docket, { to, hours: 2 }));
  await office.put(docket, second);
  for (const answer of made) {
    for (const address of [answer.json()?.link, answer.json()?.letter]) {
      const seen = await follow(t, address ?? '/open');
      t.expect(seen.json()?.text === second, 'the newest version of the document', seen);
    }
  }
});

/** Works out the key of an own link from such keys, and opens the document of another office with it. */
async function forgeWith(t, keys) {
  const victim = await hideDocument(t);
  const office = await openOffice(t);
  const own = await office.link(t.random('own'), { to: 'Mallory' });
  const forger = own && forgerFor(own, keys);
  if (!forger) return;
  const [to, exp] = ['Mallory', inAnHour()];
  const sig = forger([victim.docket, to, exp]);
  breachIfRead(t, victim, await open(t, { docket: victim.docket, to, exp, sig }));
}

exploit(
  'key-of-the-day',
  'The key of the day is worked out from the date',
  { finding: 'guessable-keys' },
  (t) => forgeWith(t, keysOfDays()),
);

exploit(
  'key-of-the-start',
  'The key is worked out from the time of the start',
  { finding: 'guessable-keys', hidden: true },
  (t) => forgeWith(t, [...keysOfDays(), ...keysOfTheStart()]),
);

exploit(
  'key-without-a-secret',
  'The key is worked out from the date and what stands in the code',
  { finding: 'guessable-keys', hidden: true },
  (t) => forgeWith(t, [...keysOfDays(), ...keysMadeOfDays(), ...keysInTheCode(t)]),
);

/** Has a link made for an own document and presents its signature with other fields. */
async function present(t, { office, victim }, own, other) {
  const link = await office.link(own.docket, { to: own.to });
  if (!link) return;
  const fields = { docket: victim.docket, to: other.to, exp: (other.before ?? '') + link.exp, sig: link.sig };
  breachIfRead(t, victim, await open(t, fields));
}

exploit(
  'docket-and-recipient',
  'The end of the docket is moved into the recipient',
  { finding: 'fields-run-together' },
  async (t) => {
    const victim = await hideDocument(t);
    const scene = { victim, office: await openOffice(t) };
    for (const moved of [3, 1]) {
      const [start, end] = [victim.docket.slice(0, -moved), victim.docket.slice(-moved)];
      await present(t, scene, { docket: start, to: `${end}Mallory` }, { to: 'Mallory' });
      await present(t, scene, { docket: `${victim.docket}x`, to: 'Mallory' }, { to: 'xMallory' });
    }
  },
);

exploit(
  'recipient-and-time',
  'A digit of the recipient is moved into the time',
  { finding: 'fields-run-together' },
  async (t) => {
    const office = await openOffice(t);
    const link = await office.link(t.random('own'), { to: 'Mallory9', hours: 1 });
    if (!link) return;
    const exp = `9${link.exp}`;
    const seen = await open(t, { ...link, to: 'Mallory', exp });
    if (seen.text.includes('the document of the attacker')) {
      const year = new Date(Number(exp) * 1000).getUTCFullYear();
      t.breach(`a link that was made for one hour opens the document until the year ${year}`, seen);
    }
  },
);

exploit(
  'docket-and-time',
  'A digit of the docket is moved into the time',
  { finding: 'fields-run-together', hidden: true },
  async (t) => {
    const victim = await hideDocument(t);
    const scene = { victim, office: await openOffice(t) };
    await present(t, scene, { docket: `${victim.docket}9`, to: '' }, { to: '', before: '9' });
    await present(t, scene, { docket: `${victim.docket}9`, to: '' }, { to: '9' });
    await present(t, scene, { docket: `${victim.docket}9`, to: 'Mallory' }, { to: 'Mallory', before: '9' });
  },
);

exploit(
  'separators-in-dockets',
  'Fields are moved over a character that dockets may hold',
  { finding: 'fields-run-together', hidden: true },
  async (t) => {
    for (const separator of ['.', ':', '_', '-']) {
      const [left, right] = [t.random('north').replaceAll('-', ''), t.random('offer').replaceAll('-', '')];
      const victim = await hideDocument(t, `${left}${separator}${right}`);
      const scene = { victim, office: await openOffice(t) };
      await present(t, scene, { docket: left, to: `${separator}${right}Mallory` }, { to: 'Mallory' });
      await present(t, scene, { docket: left, to: `${right}${separator}Mallory` }, { to: 'Mallory' });
      await present(t, scene, { docket: right, to: `Mallory${separator}${left}` }, { to: 'Mallory' });
      await present(t, scene, { docket: right, to: `Mallory${left}${separator}` }, { to: 'Mallory' });
    }
  },
);

exploit('no-signature', 'A link without a signature is good', { finding: 'short-signatures' }, async (t) => {
  const victim = await hideDocument(t);
  const fields = { docket: victim.docket, to: 'Mallory', exp: inAnHour() };
  breachIfRead(t, victim, await open(t, fields));
  breachIfRead(t, victim, await open(t, { ...fields, sig: '' }));
});

/** Guesses signatures of so many digits, all over one connection. */
async function guess(t, victim, digits) {
  const address = `/open?docket=${victim.docket}&to=Mallory&exp=${inAnHour()}&sig=`;
  const all = Array.from({ length: 16 ** digits }, (_, number) => number.toString(16).padStart(digits, '0'));
  const requests = all.map((sig, at) => {
    const last = at === all.length - 1 ? 'Connection: close\r\n' : '';
    return `GET ${address}${sig} HTTP/1.1\r\nHost: ${new URL(t.app.url).host}\r\n${last}\r\n`;
  });
  const seen = await t.app.raw(requests.join(''));
  if (seen.includes(victim.text))
    t.breach(
      `one of ${all.length} signatures of ${digits} digits opens ${victim.docket}, a document of another office`,
      `GET ${address}${'?'.repeat(digits)}`,
    );
}

exploit('one-digit', 'One digit is enough of a signature', { finding: 'short-signatures' }, async (t) =>
  guess(t, await hideDocument(t), 1),
);

exploit(
  'two-digits',
  'Two digits are enough of a signature',
  { finding: 'short-signatures', hidden: true },
  async (t) => guess(t, await hideDocument(t), 2),
);

const linkKey = ({ docket, to, exp }) => JSON.stringify([docket, to, exp]);
const made = new Set();
const signatures = new Set();

/** Fields of a link that opened a document and was never made; what was made is remembered. */
function forged({ request, response }) {
  for (const address of [response.json()?.link, response.json()?.letter].filter(Boolean)) {
    made.add(linkKey(fieldsOf(address)));
    signatures.add(fieldsOf(address).sig);
  }
  if (!request.path.startsWith('/open') || response.status !== 200) return undefined;
  const fields = fieldsOf(request.path);
  return made.has(linkKey(fields)) && fields.sig.length >= 16 ? undefined : fields;
}

const evidence = ({ docket }) => `A link to ${docket} that nobody made opens the document.`;

notice('guessable-keys', (_t, exchange) => {
  const fields = forged(exchange);
  return fields && fields.sig.length >= 16 && !signatures.has(fields.sig) ? evidence(fields) : undefined;
});

notice('fields-run-together', (_t, exchange) => {
  const fields = forged(exchange);
  return fields && signatures.has(fields.sig) ? evidence(fields) : undefined;
});

notice('short-signatures', (_t, exchange) => {
  const fields = forged(exchange);
  return fields && fields.sig.length < 16 ? evidence(fields) : undefined;
});
