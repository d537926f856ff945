import { exploit, functional, notice } from '#checks';
import { block, daysFromNow, employ, enter, newPin, putBlockList, register } from './gate.js';

/** Expects a gate to open, or not to, and says for whom. */
async function expectGate(t, opens, whose, ...entry) {
  const { seen, opened } = await enter(t, ...entry);
  t.expect(opened === opens, `the gate ${opens ? 'to open' : 'to stay shut'} for ${whose}`, seen);
  t.expect(
    opens === (seen.status === 200 && seen.json()?.open === true),
    'the reader to be told the same',
    seen,
  );
}

const grouped = (badge, sign) => `${badge.slice(0, 4)}${sign}${badge.slice(4)}`;

functional('employee-enters', 'An employee enters, however the reader writes the badge', async (t) => {
  await block(t);
  const badge = await employ(t);
  for (const written of [badge, grouped(badge, ' '), grouped(badge, '-')]) {
    await expectGate(t, true, `the badge ${JSON.stringify(written)}`, 'lobby', written);
  }
  await expectGate(t, false, 'a gate that is not among the zones', 'archive', badge, '0000#');
  await expectGate(t, false, 'a badge that nobody has', 'lobby', '00000001');
});

functional('pin', 'Gates with a PIN open for the right one', async (t) => {
  await block(t);
  const pin = newPin();
  const badge = await employ(t, { pin, zones: ['lobby', 'server-room', 'archive'] });
  for (const gate of ['server-room', 'archive']) {
    await expectGate(t, true, 'the right PIN', gate, badge, `${pin}#`);
    const wrong = String(1000 + ((Number(pin) - 1000 + 1) % 9000));
    await expectGate(t, false, 'a wrong PIN', gate, badge, `${wrong}#`);
  }
  await expectGate(t, true, 'a gate without a PIN', 'lobby', badge);
});

functional('blocked-badge', 'A blocked badge opens nothing until it is taken off the list', async (t) => {
  const pin = newPin();
  const [lost, other] = [await employ(t, { pin }), await employ(t, { pin })];
  await putBlockList(t, ['00000012;stolen in spring', '', `00${lost} ; lost; see mail`, '  77-0012  ']);
  await expectGate(t, false, 'a blocked badge', 'lobby', lost);
  await expectGate(t, false, 'a blocked badge', 'server-room', grouped(lost, '-'), `${pin}#`);
  await expectGate(t, true, 'a badge that is not on the list', 'lobby', other);
  await block(t, other);
  await expectGate(t, true, 'a badge that was taken off the list', 'lobby', lost);
  await expectGate(t, false, 'a badge that was put on the list', 'lobby', other);
});

functional('visitor', 'A visitor enters the lobby until the last day', async (t) => {
  await block(t);
  for (const days of [1, 7]) {
    const added = await register(t, daysFromNow(days));
    t.expect(
      added.status === 201 && added.json()?.badge,
      'a visitor to be registered with 201 and a badge',
      added,
    );
    await expectGate(t, true, 'a visitor', 'lobby', added.json().badge);
    await expectGate(t, false, 'a visitor elsewhere', 'server-room', added.json().badge, '0000#');
  }
  const long = await register(t, daysFromNow(9));
  t.expect(long.status === 400, 'a visit of more than seven days to be refused with 400', long);
  const past = await register(t, daysFromNow(-3));
  if (past.json()?.badge) await expectGate(t, false, 'a visit that is over', 'lobby', past.json().badge);
});

functional('wrong-requests', 'Wrong requests are refused', async (t) => {
  const badge = await employ(t);
  for (const token of ['', t.random('token')]) {
    const seen = await t.app.put(`/people/${badge}`, {
      headers: { 'X-Hr-Token': token },
      json: { name: 'x', zones: [] },
    });
    t.expect(seen.status === 403, 'a person from somebody else than HR to be refused with 403', seen);
    const list = await t.app.put('/blocklist', { headers: { 'X-Hr-Token': token }, body: '' });
    t.expect(list.status === 403, 'a list from somebody else than HR to be refused with 403', list);
  }
  for (const [gate, body] of [
    ['cellar', JSON.stringify({ badge })],
    ['lobby', '{"badge":'],
  ]) {
    const seen = await t.app.post(`/gates/${gate}/entries`, {
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    t.expect(seen.status === 400 || seen.status === 404, 'a request that makes no sense to be refused', seen);
  }
});

/** Ends the check when a blocked badge opens the lobby in one of the ways in which it may be written. */
async function breachIfOpen(t, badge, ...ways) {
  for (const written of ways) {
    const { seen, opened } = await enter(t, 'lobby', written);
    if (opened) t.breach(`the blocked badge ${badge} opened the lobby`, seen);
  }
}

exploit(
  'blocked-badge-in-groups',
  'A blocked badge is sent with a space',
  { finding: 'block-list-errors' },
  async (t) => {
    const badge = await employ(t);
    await block(t, badge);
    await breachIfOpen(t, badge, grouped(badge, ' '), ` ${badge}`, `${badge} `);
  },
);

exploit(
  'blocked-badge-with-signs',
  'A blocked badge is sent with signs that are no digits',
  { finding: 'block-list-errors', hidden: true },
  async (t) => {
    const badge = await employ(t);
    await block(t, badge);
    await breachIfOpen(
      t,
      badge,
      `${badge}\n`,
      `#${badge}`,
      grouped(badge, '.'),
      grouped(badge, '\u00a0'),
      grouped(badge, '\u2011'),
      `+${badge}`,
      `0x${badge}`,
      `-${badge}-x`,
    );
  },
);

exploit(
  'broken-line-in-the-list',
  'The list of HR has a line that is no badge',
  { finding: 'block-list-errors' },
  async (t) => {
    const badge = await employ(t);
    for (const line of [
      'Ms. Berg, third floor',
      '99999999999999999999999 ; typed twice',
      '1234 5678, lost',
      '0x12',
    ]) {
      await block(t, badge);
      await putBlockList(t, [line, `${badge} ; lost`]);
      await breachIfOpen(t, badge, badge, grouped(badge, '-'));
    }
  },
);

exploit(
  'list-that-cannot-be-read',
  'The list of HR is no text',
  { finding: 'block-list-errors', hidden: true },
  async (t) => {
    const badge = await employ(t);
    for (const line of ['\ufeff', `PK\u0003\u0004${t.random()}`, 'badge;remark', `${'9'.repeat(40_000)}`]) {
      await block(t, badge);
      await putBlockList(t, [line, `${badge} ; lost`]);
      await breachIfOpen(t, badge, badge);
    }
  },
);

exploit(
  'line-that-is-left-out',
  'HR writes the line of a badge in another way, and the badge opens the gate',
  { finding: 'block-list-errors', hidden: true },
  async (t) => {
    const badge = await employ(t);
    for (const line of [`${badge}, lost`, `No. ${badge}`, `${badge} lost ; on the train`]) {
      await block(t, badge);
      await putBlockList(t, [line]);
      await breachIfOpen(t, badge, badge);
    }
  },
);

/** Ends the check when one of the PINs opens a gate that must stay shut. */
async function breachIfPinOpens(t, badge, ...pins) {
  await block(t);
  for (const pin of pins) {
    const { seen, opened } = await enter(t, 'server-room', badge, pin);
    if (opened) t.breach(`the server room opened for the PIN ${JSON.stringify(pin)}`, seen);
  }
}

exploit('short-pin', 'A PIN with too few digits opens the gate', { finding: 'panic-opens' }, async (t) => {
  await breachIfPinOpens(t, await employ(t, { pin: newPin() }), '1#', '', '#', '123', undefined, null);
});

exploit(
  'employee-without-a-pin',
  'A badge without a PIN opens the gate',
  { finding: 'panic-opens' },
  async (t) => {
    await breachIfPinOpens(t, await employ(t), '0000#', '1234', '');
  },
);

exploit(
  'empty-pin',
  'A badge with an empty PIN opens the gate',
  { finding: 'panic-opens', hidden: true },
  async (t) => {
    await breachIfPinOpens(t, await employ(t, { pin: '' }), '', '#', '1', '##', '####', undefined);
  },
);

/** Registers a visitor with such a last day, and ends the check when the badge opens the lobby. */
async function breachIfAdmitted(t, ...days) {
  await block(t);
  for (const until of days) {
    const added = await register(t, until);
    const badge = added.json()?.badge;
    if (typeof badge !== 'string') continue;
    const { seen, opened } = await enter(t, 'lobby', badge);
    if (opened) t.breach(`a visit that ends on ${JSON.stringify(until)}, which is no day, never ends`, seen);
  }
}

exploit('visit-without-an-end', 'The last day of a visit is no date', { finding: 'date-ignored' }, (t) =>
  breachIfAdmitted(t, 'tomorrow', 'x'),
);

exploit('visit-until-nothing', 'The last day of a visit is missing', { finding: 'date-ignored' }, (t) =>
  breachIfAdmitted(t, '', undefined, null),
);

exploit(
  'visit-until-a-day-that-is-none',
  'The last day of a visit is written otherwise or does not exist',
  { finding: 'date-ignored', hidden: true },
  (t) =>
    breachIfAdmitted(
      t,
      '2020-02-30',
      '31.12.2020',
      '2020-1-2',
      '9999-99-99',
      '20200101',
      '2020-01-01T00:00:00Z',
      '99999-01-01',
      '0000-00-00',
    ),
);

exploit(
  'visit-until-the-first-day',
  'The last day of a visit is the first day of all',
  { finding: 'date-ignored', hidden: true },
  async (t) => {
    await block(t);
    for (const until of ['0001-01-01', 'x']) {
      const badge = (await register(t, until)).json()?.badge;
      if (typeof badge !== 'string') continue;
      const { seen, opened } = await enter(t, 'lobby', badge);
      if (opened) t.breach(`a visitor whose visit ended on ${until} gets in today`, seen);
    }
  },
);

const sentBy = ({ request }) => {
  try {
    return JSON.parse(Buffer.from(request.body, 'base64').toString());
  } catch {
    return {};
  }
};
const onlyDigits = (text) => String(text ?? '').replace(/\D/g, '');

const known = { blocked: new Set(), people: new Map(), visitors: new Map() };

/** Remembers what was set, so that it can be said whether a gate may open. */
function remember({ request, response }) {
  const person = /^\/people\/([^/]+)$/.exec(request.path)?.[1];
  if (response.status >= 300) return;
  if (person) known.people.set(onlyDigits(person), sentBy({ request }));
  if (request.path === '/visitors') known.visitors.set(response.json()?.badge, sentBy({ request }).until);
  if (request.path !== '/blocklist') return;
  const lines = Buffer.from(request.body, 'base64').toString().split('\n');
  known.blocked = new Set(lines.map((line) => onlyDigits(line.split(';')[0]).replace(/^0+/, '')));
}

/** The badge and gate of an entry that was let in. */
function admitted(exchange) {
  remember(exchange);
  const gate = /^\/gates\/([^/]+)\/entries$/.exec(exchange.request.path)?.[1];
  if (!gate || exchange.response.json()?.open !== true) return undefined;
  return { gate, badge: onlyDigits(sentBy(exchange).badge), pin: String(sentBy(exchange).pin ?? '') };
}

notice('block-list-errors', (_t, exchange) => {
  const entry = admitted(exchange);
  const isBlocked = entry && known.blocked.has(entry.badge.replace(/^0+/, ''));
  return isBlocked ? `The blocked badge ${entry.badge} opened ${entry.gate}.` : undefined;
});

notice('panic-opens', (_t, exchange) => {
  const entry = admitted(exchange);
  const person = entry && entry.gate !== 'lobby' && known.people.get(entry.badge);
  if (!person || (person.pin && entry.pin.startsWith(person.pin))) return undefined;
  return `${entry.gate} opened for the PIN ${JSON.stringify(entry.pin)}.`;
});

notice('date-ignored', (_t, exchange) => {
  const entry = admitted(exchange);
  if (!entry || !known.visitors.has(entry.badge)) return undefined;
  const until = known.visitors.get(entry.badge);
  const isDay =
    /^\d{4}-\d\d-\d\d$/.test(until ?? '') &&
    !Number.isNaN(Date.parse(until)) &&
    new Date(until).toISOString().startsWith(until);
  return isDay ? undefined : `A visit that ends on ${JSON.stringify(until)} never ends.`;
});
