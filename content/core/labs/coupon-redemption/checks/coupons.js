const key = (t) => ({ 'X-Campaign-Key': t.canary('campaign-key') });

/** Makes a coupon; returns its code. */
export async function make(t, { valueCents = 500, uses }) {
  const answer = await t.app.post('/api/campaign/coupons', { headers: key(t), json: { valueCents, uses } });
  const code = answer.json()?.code;
  t.expect(answer.status === 201 && code, 'a coupon to be made with 201 and a code', answer);
  return code;
}

export const redeem = (t, customer, code, channel = 'web') =>
  t.app.post(`/api/${channel}/redemptions`, { json: { customer, code } });

export const report = (t, code) => t.app.get(`/api/campaign/coupons/${code}`, { headers: key(t) });

export async function balance(t, customer) {
  return (await t.app.get(`/api/wallets/${customer}`)).json()?.balanceCents ?? 0;
}

export const customers = (t, count) => Array.from({ length: count }, () => t.random('customer'));

/** Sends all redemptions at once, each by its customer, through the channels in turn. */
export const rush = (t, code, by, channels = ['web']) =>
  t.together(by.map((customer, at) => () => redeem(t, customer, code, channels[at % channels.length])));

/** What the wallets of these customers hold together; each customer counts once. */
export async function total(t, by) {
  const balances = await t.together([...new Set(by)].map((customer) => () => balance(t, customer)));
  return balances.reduce((sum, cents) => sum + cents, 0);
}
