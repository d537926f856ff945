import { exploit, functional, notice } from '#checks';
import {
  callBack,
  comeBack,
  confirmed,
  expectPaid,
  expectUnpaid,
  isSigned,
  json,
  keyOf,
  look,
  newPayment,
  ok,
  order,
  payment,
  provider,
  settled,
  signature,
} from './box-office.js';

functional('paid-by-callback', 'A signed callback of the provider brings the tickets, whichever key is used', async (t) => {
  for (const month of ['june', 'november']) {
    const bought = await order(t, { seats: 3 });
    await expectUnpaid(t, bought, 'no tickets before the payment');
    const body = settled(t, bought);
    const called = await callBack(t, body, signature(body, keyOf(t, month)));
    t.expect(ok(called), `a callback signed with the key of ${month} to be accepted`, called);
    await expectPaid(t, bought, called);
  }
});

functional('callback-again', 'A callback that is repeated changes nothing', async (t) => {
  const bought = await order(t);
  const body = settled(t, bought);
  const first = await callBack(t, body, signature(body, keyOf(t)));
  t.expect(ok(first), 'the callback to be accepted', first);
  const before = await look(t, bought);
  const second = await callBack(t, body, signature(body, keyOf(t)));
  t.expect(ok(second), 'the same callback to be accepted again', second);
  const after = await look(t, bought);
  t.expect(JSON.stringify(before.list) === JSON.stringify(after.list), 'the same tickets as before', after.tickets);
});

functional('callback-refused', 'A callback that is forged, old or about another amount brings nothing', async (t) => {
  const bought = await order(t);
  const key = keyOf(t);
  const body = settled(t, bought);
  const cheap = settled(t, bought, { cents: 1 });
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  const forged = [
    await callBack(t, body, signature(body, { ...key, secret: t.random('guess') })),
    await callBack(t, body, signature(settled(t, await order(t)), key)),
    await callBack(t, body, signature(body, { ...key, at: hourAgo })),
    await callBack(t, cheap, signature(cheap, key)),
  ];
  for (const answer of forged) t.expect(answer.status >= 400, 'the callback to be refused', answer);
  await expectUnpaid(t, bought, 'the order to be unpaid still');
});

functional('other-events', 'Other events are acknowledged and bring no tickets', async (t) => {
  const bought = await order(t);
  const body = settled(t, bought, { event: 'payment.failed' });
  const called = await callBack(t, body, signature(body, keyOf(t)));
  t.expect(ok(called), 'the event to be acknowledged', called);
  await expectUnpaid(t, bought, 'no tickets for a payment that failed');
});

functional('paid-on-return', 'A guest who comes back with a settled payment gets the tickets', async (t) => {
  const bought = await order(t, { show: 'late-night-trio', seats: 4 });
  const id = newPayment(t);
  await provider(t, { [id]: payment(id, bought, 'settled') });
  const back = await comeBack(t, bought, id);
  t.expect(ok(back) && back.json()?.state === 'paid', 'the order to be paid', back);
  await expectPaid(t, bought, back);
  const again = await comeBack(t, bought, id);
  t.expect(ok(again), 'the page to work again when it is reloaded', again);
});

functional('authorizing', 'A payment that is under way brings the tickets later', async (t) => {
  const bought = await order(t);
  const id = newPayment(t);
  await provider(t, { [id]: payment(id, bought, 'authorizing') });
  await comeBack(t, bought, id);
  await expectUnpaid(t, bought, 'no tickets while the payment is being authorized');
  const body = settled(t, bought, { payment: id });
  const called = await callBack(t, body, signature(body, keyOf(t)));
  t.expect(ok(called), 'the callback to be accepted afterwards', called);
  await expectPaid(t, bought, called);
});

functional('second-attempt', 'After a payment that failed, another one may succeed', async (t) => {
  const bought = await order(t);
  const [first, second] = [newPayment(t), newPayment(t)];
  await provider(t, { [first]: payment(first, bought, 'failed'), [second]: payment(second, bought, 'settled') });
  await comeBack(t, bought, first);
  await expectUnpaid(t, bought, 'no tickets for a payment that failed');
  const back = await comeBack(t, bought, second);
  t.expect(ok(back), 'the second payment to be accepted', back);
  await expectPaid(t, bought, back);
});

functional('after-an-outage', 'An outage of the provider does not spoil an order', async (t) => {
  const [bought, other] = [await order(t), await order(t)];
  const id = newPayment(t);
  await comeBack(t, bought, id);
  await comeBack(t, other, newPayment(t));
  await provider(t, { [id]: payment(id, bought, 'settled') });
  await comeBack(t, bought, id);
  await expectPaid(t, bought);
  const body = settled(t, other);
  const called = await callBack(t, body, signature(body, keyOf(t)));
  t.expect(ok(called), 'the callback for the other order to be accepted', called);
  await expectPaid(t, other);
});

functional('not-that-payment', 'A payment for another order, or of another amount, does not count', async (t) => {
  const [bought, other] = [await order(t, { seats: 8 }), await order(t, { seats: 1 })];
  const [foreign, small] = [newPayment(t), newPayment(t)];
  await provider(t, {
    [foreign]: payment(foreign, other, 'settled'),
    [small]: payment(small, bought, 'settled', { cents: 100 }),
  });
  for (const id of [foreign, small]) await comeBack(t, bought, id);
  await expectUnpaid(t, bought, 'no tickets for a payment that does not fit');
});

/** Nobody has paid: the attacker only has an order of their own. */
async function ridesFree(t, attack) {
  const bought = await order(t, { seats: 8 });
  const answer = await attack(bought);
  const { paid, count } = await look(t, bought);
  if (paid) t.breach(`an order that nobody has paid counts as paid, with ${count} tickets`, answer);
}

const forge = (t, headerFor) =>
  ridesFree(t, (bought) => {
    const body = settled(t, bought);
    return callBack(t, body, headerFor(body));
  });

const nowSeconds = () => Math.floor(Date.now() / 1000);

exploit('callback-unsigned', 'A callback without any signature', { finding: 'unchecked-signature-passes' }, (t) =>
  forge(t, () => undefined),
);

exploit(
  'callback-short-signature',
  'A signature of the wrong length, or none that could be one',
  { finding: 'unchecked-signature-passes' },
  async (t) => {
    const { kid } = keyOf(t);
    for (const v1 of ['v1=00', 'v1=', 'v1', 'v1=zz', `v1=${'ab'.repeat(33)}`, 'v2=aa']) {
      await forge(t, () => `kid=${kid},t=${nowSeconds()},${v1}`);
    }
  },
);

exploit(
  'callback-unknown-key',
  'The signature names a key that does not exist',
  { finding: 'unchecked-signature-passes' },
  (t) => forge(t, (body) => signature(body, { kid: t.random('2026'), secret: t.random('own') })),
);

exploit(
  'callback-inherited-key',
  'The signature names a key that every object seems to have',
  { finding: 'unchecked-signature-passes', hidden: true },
  async (t) => {
    for (const kid of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      await forge(t, (body) => signature(body, { kid, secret: t.random('own') }));
    }
  },
);

exploit(
  'callback-empty-secret',
  'The signature is made with what stands in for a missing secret',
  { finding: 'unchecked-signature-passes', hidden: true },
  async (t) => {
    const secrets = ['', 'undefined', 'null', ' ', 'secret'];
    for (const secret of secrets) await forge(t, (body) => signature(body, { kid: t.random('2026'), secret }));
    await forge(t, (body) => signature(body, { kid: 'constructor', secret: String(Object) }));
    await forge(t, (body) => signature(body, { kid: '__proto__', secret: '[object Object]' }));
    await forge(t, (body) => signature(body, { kid: '', secret: '' }));
  },
);

exploit(
  'callback-odd-headers',
  'Headers that no parser expects',
  { finding: 'unchecked-signature-passes', hidden: true },
  async (t) => {
    const { kid } = keyOf(t);
    const headers = ['', ',', '=', 'none', `kid=${kid}`, `t=${nowSeconds()}`, `kid=${kid},t=,v1=`, 'kid=,t=,v1='];
    for (const header of headers) await forge(t, () => header);
  },
);

exploit(
  'return-unknown-payment',
  'The guest comes back with a payment that the provider does not know',
  { finding: 'unconfirmed-payment-counts' },
  async (t) => {
    await provider(t, {});
    await ridesFree(t, (bought) => comeBack(t, bought, newPayment(t)));
  },
);

exploit(
  'return-during-outage',
  'The guest comes back while the provider cannot be reached',
  { finding: 'unconfirmed-payment-counts' },
  (t) => ridesFree(t, (bought) => comeBack(t, bought, newPayment(t))),
);

exploit(
  'return-created-payment',
  'The guest has begun a payment and never went on with it',
  { finding: 'unconfirmed-payment-counts', hidden: true },
  async (t) => {
    const answers = {};
    await provider(t, answers);
    for (const status of ['created', 'reversed', 'under_review', 'SETTLED_LATER', '', null, ['failed']]) {
      await ridesFree(t, (bought) => {
        const id = newPayment(t);
        answers[id] = payment(id, bought, status);
        return comeBack(t, bought, id);
      });
    }
  },
);

exploit(
  'return-broken-answer',
  'The provider answers with an error, or with something that is no payment',
  { finding: 'unconfirmed-payment-counts', hidden: true },
  async (t) => {
    const answers = {};
    await provider(t, answers);
    const broken = [
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' },
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>We are back soon</h1>' },
      { status: 302, headers: { location: 'http://93.184.216.34:8099/maintenance' } },
      { status: 204 },
      json(200, null),
      json(200, {}),
      json(200, []),
      json(200, 'settled'),
      json(429, { error: 'slow down' }),
      json(500, { status: 'settled' }),
    ];
    for (const answer of broken) {
      await ridesFree(t, (bought) => {
        const id = newPayment(t);
        answers[id] = answer;
        return comeBack(t, bought, id);
      });
    }
  },
);

exploit(
  'return-without-payment',
  'The guest comes back without a payment, or with several',
  { finding: 'unconfirmed-payment-counts', hidden: true },
  async (t) => {
    await provider(t, {});
    for (const query of ['', '?payment=', '?payment=.', '?payment=..', '?payment=a&payment=b', '?payment[]=a', '?payment=%00']) {
      await ridesFree(t, ({ id }) => t.app.get(`/orders/${id}/return${query}`));
    }
  },
);

const paidBy = new Map();

/** An order that is paid was taken without paying, unless the provider has confirmed it or signed the callback. */
async function watch(t, finding, { request, response }) {
  const callback = request.path.startsWith('/callbacks/payments');
  const back = /^\/orders\/([\w-]+)\/return/.exec(request.path);
  if (!callback && !back) return undefined;
  const id = back ? back[1] : bodyOf(request)?.order;
  if (typeof id !== 'string') return undefined;
  const { paid, count } = await look(t, { id });
  if (paid && !paidBy.has(id)) paidBy.set(id, await wayOf(t, { id, callback, request }));
  return paidBy.get(id) === finding && ok(response)
    ? `an order that nobody has paid counts as paid, with ${count} tickets`
    : undefined;
}

async function wayOf(t, { id, callback, request }) {
  if (callback) return isSigned(t, request) ? 'signed' : 'unchecked-signature-passes';
  const owed = (await t.app.get(`/orders/${id}`)).json()?.cents;
  return confirmed.get(id) === owed ? 'confirmed' : 'unconfirmed-payment-counts';
}

function bodyOf({ body }) {
  try {
    return JSON.parse(Buffer.from(body, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

notice('unchecked-signature-passes', (t, exchange) => watch(t, 'unchecked-signature-passes', exchange));
notice('unconfirmed-payment-counts', (t, exchange) => watch(t, 'unconfirmed-payment-counts', exchange), { ordinary: true });
