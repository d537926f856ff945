import { exploit, functional, notice } from '#checks';
import { balance, customers, make, redeem, report, rush, total } from './coupons.js';

functional('coupon-credited', 'A coupon becomes credit, with the bonus for gold members', async (t) => {
  const code = await make(t, { valueCents: 2000, uses: 5 });
  const [plain, gold] = [t.random('customer'), t.random('gold')];
  for (const [customer, cents] of [[plain, 2000], [gold, 2200]]) {
    const answer = await redeem(t, customer, code);
    t.expect(answer.status === 201 && answer.json()?.creditedCents === cents, `${cents} cents to be credited with 201`, answer);
    t.expect((await balance(t, customer)) === cents, `${cents} cents in the wallet`, answer);
  }
  const seen = await report(t, code);
  const { uses, usesLeft, redemptions } = seen.json() ?? {};
  t.expect(uses === 5 && usesLeft === 3 && redemptions?.length === 2, 'a report with 3 of 5 uses left and 2 redemptions', seen);
});

functional('both-channels', 'Web shop and tills redeem, and credit adds up', async (t) => {
  const customer = t.random('customer');
  for (const [at, channel] of ['web', 'till'].entries()) {
    const code = await make(t, { valueCents: 300, uses: 1 });
    const answer = await redeem(t, customer, code, channel);
    t.expect(answer.status === 201, '201', answer);
    t.expect((await balance(t, customer)) === 300 * (at + 1), `${300 * (at + 1)} cents in the wallet`, answer);
    const [redemption] = (await report(t, code)).json()?.redemptions ?? [];
    t.expect(redemption?.customer === customer && redemption.channel === channel, `a redemption through ${channel}`, redemption);
  }
});

functional('used-up', 'A coupon works as often as it was made for, then no more', async (t) => {
  const code = await make(t, { uses: 2 });
  const [first, second, third] = customers(t, 3);
  for (const customer of [first, second]) {
    const answer = await redeem(t, customer, code);
    t.expect(answer.status === 201, '201', answer);
  }
  const answer = await redeem(t, third, code, 'till');
  t.expect(answer.status >= 400 && answer.status < 500, 'a 4xx for the third customer', answer);
  t.expect((await balance(t, third)) === 0, 'nothing in the wallet of the third customer', answer);
});

functional('once-each', 'A customer redeems a coupon once, and another coupon too', async (t) => {
  const [code, other] = [await make(t, { uses: 9 }), await make(t, { uses: 9 })];
  const customer = t.random('customer');
  await redeem(t, customer, code);
  const again = await redeem(t, customer, code, 'till');
  t.expect(again.status >= 400 && again.status < 500, 'a 4xx for the second time', again);
  const seen = await report(t, code);
  t.expect(seen.json()?.usesLeft === 8 && seen.json()?.redemptions?.length === 1, '8 uses left and one redemption', seen);
  const answer = await redeem(t, customer, other);
  t.expect(answer.status === 201 && (await balance(t, customer)) === 1000, '1000 cents after another coupon', answer);
});

functional('side-by-side', 'Customers with coupons of their own redeem at the same moment', async (t) => {
  const by = customers(t, 6);
  const codes = [];
  for (const _ of by) codes.push(await make(t, { uses: 1 }));
  const answers = await t.together(by.map((customer, at) => () => redeem(t, customer, codes[at], at % 2 ? 'till' : 'web')));
  for (const answer of answers) t.expect(answer.status === 201, '201 for each of them', answer);
  t.expect((await total(t, by)) === 3000, '500 cents in each wallet');
});

functional('unknown-refused', 'Unknown codes and channels are refused', async (t) => {
  const code = await make(t, { uses: 1 });
  for (const answer of [await redeem(t, t.random('customer'), t.random('code')), await redeem(t, t.random('customer'), code, 'fax')]) {
    t.expect(answer.status === 404, '404', answer);
  }
  const denied = await t.app.get(`/api/campaign/coupons/${code}`);
  t.expect(denied.status === 403, '403 for a report without the key', denied);
});

/** Breaches when more was credited than the coupon is worth in all its uses. */
async function rushOverUses(t, { uses, count, channels, rounds }) {
  for (let round = 0; round < rounds; round += 1) {
    const code = await make(t, { valueCents: 500, uses });
    const by = customers(t, count);
    const answers = await rush(t, code, by, channels);
    const cents = await total(t, by);
    if (cents > 500 * uses) {
      t.breach(`a coupon for ${uses * 500} cents has credited ${cents} cents`, answers.find(({ status }) => status === 201));
    }
  }
}

/** Breaches when one customer got the value of a coupon more than once. */
async function rushOverCustomer(t, { count, channels, rounds }) {
  for (let round = 0; round < rounds; round += 1) {
    const code = await make(t, { valueCents: 500, uses: 100 });
    const customer = t.random('customer');
    const answers = await rush(t, code, Array(count).fill(customer), channels);
    const cents = await balance(t, customer);
    if (cents > 500) {
      t.breach(`one customer has ${cents} cents from a coupon for 500`, answers.find(({ status }) => status === 201));
    }
  }
}

exploit('one-use-for-many', 'Eight customers redeem a coupon with a single use at once', { finding: 'check-then-act' }, (t) =>
  rushOverUses(t, { uses: 1, count: 8, rounds: 4 }),
);

exploit('one-customer-often', 'One customer sends the same redemption eight times at once', { finding: 'check-then-act' }, (t) =>
  rushOverCustomer(t, { count: 8, rounds: 4 }),
);

exploit('through-both-doors', 'Web shop and till redeem a coupon with a single use at once', { finding: 'check-then-act', hidden: true }, (t) =>
  rushOverUses(t, { uses: 1, count: 14, channels: ['web', 'till'], rounds: 6 }),
);

exploit('one-customer-both-doors', 'One customer is quick in the web shop and at the till', { finding: 'check-then-act', hidden: true }, (t) =>
  rushOverCustomer(t, { count: 14, channels: ['web', 'till'], rounds: 8 }),
);

exploit('last-uses', 'Twelve customers fight for the last three uses', { finding: 'check-then-act', hidden: true }, (t) =>
  rushOverUses(t, { uses: 3, count: 12, channels: ['till', 'web'], rounds: 3 }),
);

exploit(
  'uses-that-vanish',
  'Repeated redemptions of one customer use the coupon up for others, or leave the books wrong',
  { finding: 'check-then-act', hidden: true },
  async (t) => {
    for (let round = 0; round < 4; round += 1) {
      const code = await make(t, { uses: 6 });
      await rush(t, code, Array(6).fill(t.random('customer')), ['web', 'till']);
      const seen = await report(t, code);
      const { usesLeft, redemptions } = seen.json() ?? {};
      if (usesLeft + redemptions?.length !== 6) {
        t.breach(`of 6 uses ${usesLeft} are left after ${redemptions?.length} redemptions`, seen);
      }
    }
  },
);

notice('check-then-act', async (t, { request, response }) => {
  if (response.status !== 201 || !request.path.includes('/redemptions')) return;
  const code = response.json()?.code;
  const { uses, redemptions } = (await report(t, encodeURIComponent(code))).json() ?? {};
  if (!Array.isArray(redemptions)) return;
  if (redemptions.length > uses) return `the coupon was made for ${uses} uses and has been redeemed ${redemptions.length} times`;
  const by = redemptions.map(({ customer }) => customer);
  const twice = by.find((customer, at) => by.indexOf(customer) !== at);
  return twice && `customer ${twice} has redeemed the coupon more than once`;
});
