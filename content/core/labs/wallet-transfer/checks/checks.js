import { exploit, functional, notice } from '#checks';
import { accepted, openWallet, openWallets, repeat, ticketCents } from './wallet.js';

functional('pay-one', 'A visitor pays another one, and both statements show it', async (t) => {
  const [ana, ben] = await openWallets(t, 2);
  const text = `Lemonade & "Flammkuchen" for ${t.random('table')}, it's on me`;
  const paid = await ana.pay([ben], 350, text);
  t.expect(paid.status === 201, 'a transfer to be answered with 201', paid);
  t.expect(
    (await ana.cents()) === ticketCents - 350,
    'the money to be gone from the one wallet',
    await ana.show(),
  );
  t.expect(
    (await ben.cents()) === ticketCents + 350,
    'the money to be on the other wallet',
    await ben.show(),
  );
  for (const [wallet, cents] of [
    [ana, -350],
    [ben, 350],
  ]) {
    const seen = await wallet.entries();
    const entry = seen.json()?.find((one) => one.text === text);
    t.expect(entry?.cents === cents, `an entry of ${cents} cents with the text`, seen);
  }
});

functional('pay-many', 'An amount is paid to each of up to ten wallets', async (t) => {
  const [ana, ...others] = await openWallets(t, 11);
  const paid = await ana.pay(others, 199);
  t.expect(paid.status === 201, 'a transfer to ten wallets to be answered with 201', paid);
  t.expect((await ana.cents()) === ticketCents - 1990, 'ten times the amount to be gone', await ana.show());
  for (const other of others)
    t.expect((await other.cents()) === ticketCents + 199, 'the amount to be there', await other.show());
});

functional('last-cent', 'Money can be spent to the last cent, and no further', async (t) => {
  const [ana, ben] = await openWallets(t, 2);
  const one = await ana.pay([ben], 1);
  t.expect(one.status === 201, 'a transfer of one cent to be answered with 201', one);
  const rest = await ana.pay([ben], ticketCents - 1);
  t.expect(rest.status === 201, 'the whole rest to be spent', rest);
  const more = await ana.pay([ben], 1);
  t.expect(more.status >= 400 && more.status < 500, 'a transfer from an empty wallet to be refused', more);
  t.expect((await ana.cents()) === 0, 'nothing left', await ana.show());
  t.expect((await ben.cents()) === 2 * ticketCents, 'everything to be on the other wallet', await ben.show());
});

functional('pay-out', 'The rest is paid out at the exit', async (t) => {
  const ana = await openWallet(t);
  const paid = await ana.payOut(ticketCents - 350);
  t.expect(paid.status === 201 && paid.json()?.code, 'a payout to be answered with 201 and a code', paid);
  t.expect((await ana.cents()) === 350, 'the money to be gone from the wallet', await ana.show());
  const more = await ana.payOut(351);
  t.expect(
    more.status >= 400 && more.status < 500 && !more.json()?.code,
    'more than is there to be refused',
    more,
  );
});

functional('unknown-wallet', 'A transfer to a wallet that does not exist moves nothing', async (t) => {
  const [ana, ben] = await openWallets(t, 2);
  const paid = await ana.pay([ben, { id: t.random('nobody') }], 100);
  t.expect(paid.status >= 400 && paid.status < 500, 'the transfer to be refused', paid);
  t.expect((await ana.cents()) === ticketCents, 'the money to be where it was', await ana.show());
  t.expect((await ben.cents()) === ticketCents, 'nothing to arrive', await ben.show());
  const again = await ana.pay([ben], ticketCents);
  t.expect(again.status === 201, 'the money to be free for another transfer', again);
});

functional('many-at-once', 'What a wallet covers goes through, also when it comes at once', async (t) => {
  const [ana, ...others] = await openWallets(t, 9);
  const answers = await t.together(others.map((other) => () => ana.pay([other], 250)));
  const refused = answers.find(({ status }) => status !== 201);
  t.expect(!refused, 'eight covered transfers at once to be answered with 201', refused);
  t.expect((await ana.cents()) === 0, 'all of the money to be spent', await ana.show());
  for (const other of others)
    t.expect((await other.cents()) === ticketCents + 250, 'the amount to be there', await other.show());
});

functional('crosswise', 'Visitors pay one another at the same moment', async (t) => {
  const circle = await openWallets(t, 4);
  const next = (index) => circle[(index + 1) % circle.length];
  const answers = await t.together([
    ...repeat(12, (index) => circle[index % 4].pay([next(index)], 100 + index)),
    ...repeat(12, (index) => next(index).pay([circle[index % 4]], 100 + index)),
    ...repeat(4, (index) => circle[index].pay([circle[index], next(index)], 10)),
  ]);
  const refused = answers.find(({ status }) => status !== 201);
  t.expect(!refused, 'covered transfers in both directions to be answered with 201', refused);
  let sum = 0;
  for (const wallet of circle) sum += await wallet.cents();
  t.expect(sum === 4 * ticketCents, `the sum of all balances to stay ${4 * ticketCents}`, sum);
});

const rounds = 2;
const requests = 8;

exploit(
  'same-transfer-at-once',
  'The same money is sent eight times at the same moment',
  { finding: 'funds-checked-early' },
  async (t) => {
    for (let round = 0; round < rounds; round += 1) {
      const [ana, ben] = await openWallets(t, 2);
      await t.together(repeat(requests, () => ana.pay([ben], ticketCents)));
      const [left, got] = [await ana.cents(), (await ben.cents()) - ticketCents];
      if (left < 0 || got > ticketCents)
        t.breach(`${got} cents were paid from a wallet that held ${ticketCents}; its balance is ${left}`);
    }
  },
);

exploit(
  'different-transfers-at-once',
  'The money is sent to different wallets at the same moment',
  { finding: 'funds-checked-early' },
  async (t) => {
    for (let round = 0; round < rounds; round += 1) {
      const [ana, ...others] = await openWallets(t, 5);
      await t.together(
        repeat(requests, (index) =>
          ana.pay([others[index % 4], others[(index + 1) % 4]], 900 + index, `round ${index}`),
        ),
      );
      let got = -others.length * ticketCents;
      for (const other of others) got += await other.cents();
      const left = await ana.cents();
      if (left < 0 || got > ticketCents)
        t.breach(`${got} cents were paid from a wallet that held ${ticketCents}; its balance is ${left}`);
    }
  },
);

exploit(
  'payouts-at-once',
  'The rest is paid out several times at the same moment',
  { finding: 'funds-checked-early', hidden: true },
  async (t) => {
    for (let round = 0; round < rounds; round += 1) {
      const ana = await openWallet(t);
      const answers = await t.together(repeat(requests, () => ana.payOut(ticketCents)));
      const codes = new Set(
        accepted(answers)
          .map((answer) => answer.json()?.code)
          .filter(Boolean),
      );
      if (codes.size > 1)
        t.breach(
          `the cash desk pays ${ticketCents} cents ${codes.size} times for one wallet`,
          accepted(answers)[1],
        );
    }
  },
);

exploit(
  'transfer-and-payout-at-once',
  'The money is sent away and paid out at the same moment',
  { finding: 'funds-checked-early', hidden: true },
  async (t) => {
    for (let round = 0; round < rounds; round += 1) {
      const [ana, ben] = await openWallets(t, 2);
      const answers = await t.together(
        repeat(requests, (index) =>
          index % 2 === 0 ? ana.payOut(ticketCents) : ana.pay([ben], ticketCents),
        ),
      );
      const codes = new Set(
        accepted(answers)
          .map((answer) => answer.json()?.code)
          .filter(Boolean),
      );
      const spent = codes.size * ticketCents + (await ben.cents()) - ticketCents;
      if (spent > ticketCents)
        t.breach(
          `${spent} cents in cash and on another wallet came from a wallet that held ${ticketCents}`,
          accepted(answers)[0],
        );
    }
  },
);

exploit(
  'negative-transfer',
  'A negative amount takes money from the other wallet',
  { finding: 'amount-unbounded' },
  async (t) => {
    const [ana, ben] = await openWallets(t, 2);
    const seen = await ana.pay([ben], -1500);
    const [left, got] = [await ben.cents(), await ana.cents()];
    if (left < ticketCents || got > ticketCents)
      t.breach(`the attacker has ${got} cents and the other visitor ${left}, of ${ticketCents} each`, seen);
  },
);

exploit(
  'negative-payout',
  'A negative payout puts money on the wallet',
  { finding: 'amount-unbounded', hidden: true },
  async (t) => {
    const ana = await openWallet(t);
    const seen = await ana.payOut(-100000);
    const cents = await ana.cents();
    if (cents > ticketCents) t.breach(`the wallet holds ${cents} cents, which nobody has paid in`, seen);
  },
);

exploit(
  'sum-overflows',
  'The sum for several wallets overflows and costs nothing',
  { finding: 'amount-unbounded', hidden: true },
  async (t) => {
    const ways = [
      [4, '4611686018427387904'],
      [3, '6148914691236517206'],
      [2, '9223372036854775807'],
      [10, '1844674407370955162'],
    ];
    for (const [recipients, cents] of ways) {
      const [ana, ...others] = await openWallets(t, recipients + 1);
      const seen = await ana.pay(others, cents);
      const got = await others[0].cents();
      if (got !== ticketCents)
        t.breach(
          `a wallet with ${ticketCents} cents changed the balances of ${recipients} others to ${got}`,
          seen,
        );
    }
  },
);

exploit(
  'smallest-number',
  'The smallest number is negative and stays so when its sign is changed',
  { finding: 'amount-unbounded', hidden: true },
  async (t) => {
    for (const recipients of [1, 2]) {
      const [ana, ...others] = await openWallets(t, recipients + 1);
      const seen = await ana.pay(others, '-9223372036854775808');
      const left = await others[0].cents();
      if (left < ticketCents) t.breach(`the balance of another visitor fell to ${left}`, seen);
    }
  },
);

/** Wallets that paid more than they ever held, as the journal tells; those that odd amounts touched are left out. */
function overdrawn(t) {
  const sums = new Map();
  const odd = new Set();
  const lines = t.files.read('journal.log')?.split('\n').filter(Boolean) ?? [];
  for (const posting of lines.map((line) => JSON.parse(line))) {
    const isOdd = posting.some(({ cents }, index) => Math.abs(cents) > 1e9 || (index > 0 && cents < 0));
    for (const { wallet, cents } of posting) {
      sums.set(wallet, (sums.get(wallet) ?? 0) + cents);
      if (isOdd) odd.add(wallet);
    }
  }
  return [...sums].find(([wallet, cents]) => cents < 0 && !odd.has(wallet));
}

notice('funds-checked-early', (t) => {
  const found = overdrawn(t);
  return found && `The wallet ${found[0]} holds ${found[1]} cents.`;
});

notice('amount-unbounded', (_t, { request, response }) =>
  isUnusual(request) && response.status === 201 ? 'An amount that nobody can pay was booked.' : undefined,
);

function isUnusual({ body }) {
  const cents = /"cents"\s*:\s*(-?\d+)/.exec(Buffer.from(body, 'base64').toString())?.[1];
  return cents !== undefined && (BigInt(cents) < 0n || BigInt(cents) > 1_000_000_000_000n);
}
