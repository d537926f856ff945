import { createHmac } from 'node:crypto';

const cents = { 'winter-journey': 4200, 'late-night-trio': 2650 };

export async function order(t, { show = 'winter-journey', seats = 2 } = {}) {
  const mail = `${t.random('guest')}@mail.example`;
  const opened = await t.app.post('/orders', { json: { show, seats, mail } });
  const { id } = opened.json() ?? {};
  t.expect(opened.status === 201 && id, 'an order to be opened', opened);
  return { id, seats, cents: cents[show] * seats };
}

export async function look(t, { id }) {
  const tickets = await t.app.get(`/orders/${id}/tickets`);
  const state = await t.app.get(`/orders/${id}`);
  const list = tickets.json()?.tickets;
  const count = tickets.status === 200 && Array.isArray(list) ? list.length : 0;
  return { tickets, list, count, paid: count > 0 || state.json()?.state === 'paid' };
}

export async function expectPaid(t, bought, seen) {
  const { tickets, count } = await look(t, bought);
  t.expect(count === bought.seats, `${bought.seats} tickets for the order`, seen ?? tickets);
}

export async function expectUnpaid(t, bought, why) {
  const { tickets, paid } = await look(t, bought);
  t.expect(!paid, why, tickets);
}

export const newPayment = (t) => t.random('pay');

export const settled = (t, { id, cents: amount }, more = {}) =>
  JSON.stringify({ event: 'payment.settled', payment: newPayment(t), order: id, cents: amount, ...more });

const seconds = () => Math.floor(Date.now() / 1000);

/** The header that the provider would send, or with other values, what somebody else would. */
export function signature(body, { kid, secret, at = seconds() }) {
  const v1 = createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex');
  return `kid=${kid},t=${at},v1=${v1}`;
}

export const keyOf = (t, month = 'november') => ({
  kid: { june: '2025-06', november: '2025-11' }[month],
  secret: t.canary(`callback-${month}`),
});

export const callBack = (t, body, header) =>
  t.app.post('/callbacks/payments', {
    body,
    headers: { 'content-type': 'application/json', ...(header !== undefined && { 'x-signature': header }) },
  });

/** What the provider has confirmed, in cents by order. */
export const confirmed = new Map();

/** Where it speaks of a payment at all; some answers are those of a proxy that is in trouble. */
function confirm({ status, body }) {
  try {
    const { status: state, reference, cents: amount } = JSON.parse(body);
    if (status === 200 && state === 'settled') confirmed.set(reference, amount);
  } catch {
    // It confirms nothing.
  }
}

/** Whether a callback carries a signature of the provider. */
export function isSigned(t, { headers, body }) {
  const header = headers.find(([name]) => name.toLowerCase() === 'x-signature')?.[1] ?? '';
  const at = /(?:^|,)t=(\d+)(?:,|$)/.exec(header)?.[1];
  const text = Buffer.from(body, 'base64');
  return ['june', 'november'].some((month) => header === signature(text, { ...keyOf(t, month), at }));
}

/** The provider, at the address that the app knows; `answers` maps payment ids to what it knows about them. */
export function provider(t, answers) {
  return t.listen(
    ({ path, headers }) => {
      if (headers.authorization !== `Bearer ${t.canary('provider-key')}`) return json(401, { error: 'who are you?' });
      const id = decodeURIComponent(path.replace(/^\/payments\//, ''));
      if (answers[id]) confirm(answers[id]);
      return answers[id] ?? json(404, { error: 'there is no such payment' });
    },
    { address: '93.184.216.34', port: 8099 },
  );
}

export const json = (status, value) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

export const payment = (id, bought, status, more = {}) =>
  json(200, { id, status, reference: bought.id, cents: bought.cents, ...more });

export const comeBack = (t, { id }, paymentId) => t.app.get(`/orders/${id}/return`, { query: { payment: paymentId } });

export const ok = ({ status }) => status >= 200 && status < 300;
