import { exploit, functional, notice } from '#checks';
import { book, change, changeByForm, changeText, join, keySafe, pay, profile, verifyLicense } from './club.js';

functional('profile-shows', 'A member sees the own profile, standing and credit included', async (t) => {
  const { token, email, id } = await join(t);
  const seen = await profile(t, token);
  const me = seen.json();
  t.expect(
    seen.status === 200 &&
      me?.id === id &&
      me.email === email &&
      me.role === 'MEMBER' &&
      me.licenseVerified === false &&
      me.account?.creditCents === 0,
    'the profile with id, email, role, licenseVerified and account.creditCents',
    seen,
  );
});

functional('change-some', 'A member changes name and phone, and all else stays', async (t) => {
  const { token } = await join(t);
  await change(t, token, { city: 'Lund', newsletter: true });
  const displayName = t.random("Zoë O'Hara");
  const answer = await change(t, token, { displayName, phone: '+46 46 555 0100' });
  t.expect(answer.status === 200, 'the change to be answered with 200', answer);
  const seen = await profile(t, token);
  const me = seen.json();
  t.expect(me?.displayName === displayName && me.phone === '+46 46 555 0100', 'the new name and phone', seen);
  t.expect(me.city === 'Lund' && me.newsletter === true, 'the city and the newsletter as they were', seen);
});

functional('change-by-form', 'The old apps change the profile with a form', async (t) => {
  const { token } = await join(t);
  const displayName = t.random('Member');
  await change(t, token, { displayName });
  const answer = await changeByForm(t, token, { city: "L'Aquila", newsletter: 'true', phone: '0862 555 010' });
  t.expect(answer.status === 200, 'the change to be answered with 200', answer);
  const seen = await profile(t, token);
  const me = seen.json();
  t.expect(
    me?.city === "L'Aquila" && me.newsletter === true && me.phone === '0862 555 010',
    'the new city, newsletter and phone',
    seen,
  );
  t.expect(me.displayName === displayName, 'the name as it was', seen);
});

functional('bad-values-refused', 'A blank name and a senseless phone number are refused and change nothing', async (t) => {
  const { token, member } = await join(t);
  const answers = [
    await change(t, token, { displayName: '   ' }),
    await changeByForm(t, token, { phone: 'call me' }),
  ];
  for (const answer of answers) t.expect(answer.status >= 400 && answer.status < 500, 'a 4xx', answer);
  const me = (await profile(t, token)).json();
  t.expect(me?.displayName === member.displayName && !me.phone, 'the profile as it was', me);
});

functional('desk-and-booking', 'The desk records license and payment, then the member can book', async (t) => {
  const { token, id } = await join(t);
  const early = await book(t, token);
  t.expect(early.status === 409, 'no booking before the license was seen', early);
  const seen = await verifyLicense(t, id);
  t.expect(seen.json()?.licenseVerified === true, 'the license to be recorded', seen);
  const paid = await pay(t, id, 2000);
  t.expect(paid.json()?.account?.creditCents === 2000, 'the payment to be recorded', paid);
  await change(t, token, { city: 'Ghent' });
  const booked = await book(t, token, 2);
  t.expect(booked.status === 201 && booked.json()?.creditLeftCents === 200, 'a booking that leaves 200 cents', booked);
  const me = (await profile(t, token)).json();
  t.expect(me?.licenseVerified === true && me.account?.creditCents === 200 && me.city === 'Ghent', 'all of it in the profile', me);
});

functional('only-signed-in', 'Nobody changes a profile without a session', async (t) => {
  const answer = await changeText(t, 'no-such-token', '{"city": "Ghent"}');
  t.expect(answer.status === 401, '401', answer);
  const { token } = await join(t);
  const denied = await keySafe(t, token);
  t.expect(denied.status === 403, '403 for a member who asks for the key safe', denied);
});

const became = 'a member who joined a moment ago reads the code of the key safe';

exploit('role-in-json', 'A member sends a role along with the profile', { finding: 'whole-entity-bound' }, async (t) => {
  const { token } = await join(t);
  const answer = await change(t, token, { city: 'Ghent', role: 'DISPATCHER' });
  const safe = await keySafe(t, token);
  if (safe.text.includes(t.canary('key-safe'))) t.breach(became, answer);
});

exploit(
  'free-ride',
  'A member verifies the own license and grants the own credit',
  { finding: 'whole-entity-bound' },
  async (t) => {
    const { token } = await join(t);
    await change(t, token, { licenseVerified: true, account: { creditCents: 500_000 } });
    const booked = await book(t, token, 72);
    if (booked.status === 201) t.breach('a car for three days without a license seen or a cent paid', booked);
  },
);

exploit(
  'somebody-else',
  'A member takes the number of another member and then changes that one',
  { finding: 'whole-entity-bound', hidden: true },
  async (t) => {
    const victim = await join(t);
    for (const send of [change, changeByForm]) {
      const { token } = await join(t);
      const displayName = t.random('Overwritten');
      await send(t, token, { id: victim.id, displayName });
      const answer = await change(t, token, { displayName });
      const seen = (await profile(t, victim.token)).json();
      if (seen?.displayName === displayName || seen?.email !== victim.email) {
        t.breach("the attacker writes into the profile of another member", answer);
      }
    }
  },
);

exploit(
  'role-in-form',
  'A member sends a role with the form of the old apps',
  { finding: 'whole-entity-bound', hidden: true },
  async (t) => {
    for (const name of ['role', '!role', 'Role', '_role']) {
      const { token } = await join(t);
      const answer = await changeByForm(t, token, { city: 'Ghent', [name]: 'DISPATCHER' });
      const safe = await keySafe(t, token);
      if (safe.text.includes(t.canary('key-safe'))) t.breach(became, answer);
    }
  },
);

exploit(
  'credit-in-form',
  'A member sends credit with the form, as a path into the account',
  { finding: 'whole-entity-bound', hidden: true },
  async (t) => {
    const { token } = await join(t);
    const answer = await changeByForm(t, token, { city: 'Ghent', 'account.creditCents': '500000' });
    const me = (await profile(t, token)).json();
    if (me?.account?.creditCents > 0) t.breach(`${me.account.creditCents} cents of credit that nobody paid`, answer);
    const plan = t.random('flat');
    const second = await changeByForm(t, token, { city: 'Ghent', 'account.plan': plan });
    if ((await profile(t, token)).text.includes(plan)) t.breach('the member chose the plan', second);
  },
);

exploit(
  'name-in-disguise',
  'The names of the fields are written with escapes or in another case',
  { finding: 'whole-entity-bound', hidden: true },
  async (t) => {
    const bodies = [
      String.raw`{"\u0072ole": "DISPATCHER"}`,
      '{"role" : "DISPATCHER"}',
      '{"ROLE": "DISPATCHER"}',
      '{"role": "MEMBER", "role": "DISPATCHER"}',
      '{"role": 1}',
    ];
    for (const body of bodies) {
      const { token } = await join(t);
      const answer = await changeText(t, token, body);
      const safe = await keySafe(t, token);
      if (safe.text.includes(t.canary('key-safe'))) t.breach(became, answer);
    }
  },
);

exploit(
  'anything-else',
  'Nothing that belongs to the desk changes when a member sends all of it at once or one by one',
  { finding: 'whole-entity-bound', hidden: true },
  async (t) => {
    const values = {
      email: `${t.random('taken-over')}@club.example`,
      role: 'DISPATCHER',
      licenseVerified: true,
      account: { plan: 'flat-rate', creditCents: 77_700 },
    };
    const ways = [values, ...Object.entries(values).map(([name, value]) => ({ [name]: value }))];
    for (const way of ways) {
      const { token, email, member } = await join(t);
      const answer = await change(t, token, { city: 'Ghent', ...way });
      const seen = await profile(t, token);
      const me = seen.json();
      if (seen.status !== 200 || !me) continue;
      const changed = [
        me.email !== email && 'the email address',
        me.role !== 'MEMBER' && 'the role',
        me.licenseVerified === true && 'the state of the license',
        me.account?.creditCents > 0 && 'the credit',
        me.account?.plan !== member.account?.plan && 'the plan',
      ].filter(Boolean);
      if (changed.length > 0) t.breach(`the member decided about ${changed.join(' and ')}`, answer);
    }
  },
);

notice('whole-entity-bound', (t, { request, response }) => {
  if (response.text.includes(t.canary('key-safe')) && !sentByDesk(t, request)) {
    return 'the code of the key safe is in the response to somebody who is not the desk';
  }
  const changing = request.path.split('?')[0] === '/api/me' && ['PATCH', 'POST'].includes(request.method);
  if (!changing || response.status !== 200) return;
  const sent = Buffer.from(request.body, 'base64').toString('utf8');
  const me = response.json();
  if (me?.role === 'DISPATCHER') return 'a member has become a dispatcher';
  if (/creditCents/.test(sent) && me?.account?.creditCents > 0) return 'a member has granted the own credit';
  if (/licenseVerified/.test(sent) && me?.licenseVerified === true) return 'a member has verified the own license';
  if (/email/.test(sent) && sent.includes(me?.email)) return 'a member has changed the email address past the desk';
  if (/["&]?id\b/.test(sent) && sent.includes(String(me?.id))) return 'a member has written to the profile of another number';
});

const sentByDesk = (t, request) => request.headers.some(([, value]) => value.includes(t.canary('dispatch-token')));
