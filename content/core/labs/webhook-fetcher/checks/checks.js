import { createHmac } from 'node:crypto';
import { exploit, functional, notice } from '#checks';
import { addHook, customer, insider, receiver, repeatChallenge, sendAndLook } from './receivers.js';

functional('event-arrives', 'An event reaches the receiver, signed and addressed to its name', async (t) => {
  const owner = await customer(t);
  const thanks = t.random('thanks');
  const partner = await receiver(t, () => ({ status: 202, body: thanks }));
  const hook = await addHook(t, owner, `${partner.name}/in/orders?shop=7&lang=en`);
  const { sent, seen } = await sendAndLook(owner, hook.id);
  t.expect(sent.json()?.status === 202, 'the status of the receiver', sent);
  const [event] = partner.requests;
  t.expect(event?.method === 'POST' && event.path === '/in/orders?shop=7&lang=en', 'a POST to the address', event);
  t.expect(event.headers.host === `hooks.partner.example:${partner.port}`, 'the name of the receiver as Host', event);
  t.expect(JSON.parse(event.body).hook === hook.id, 'an event of this hook', event);
  const signed = createHmac('sha256', hook.secret).update(event.body).digest('hex');
  t.expect(event.headers['x-signature'] === signed, 'the signature of the body', event);
  t.expect(seen.json()?.[0]?.answer?.includes(thanks), 'the beginning of the answer in the list', seen);
});

functional('receiver-verified', 'A receiver that repeats the word is verified, another one is not', async (t) => {
  const owner = await customer(t);
  const partner = await receiver(t);
  const good = await addHook(t, owner, `${partner.name}/in?shop=7`);
  const verified = await owner.verify(good.id);
  t.expect(verified.json()?.verified === true, 'the hook to be verified', verified);
  t.expect(partner.requests[0]?.path.startsWith('/in?shop=7&challenge='), 'the word behind the query', partner.requests[0]);
  const silent = await receiver(t, () => ({ status: 200, body: 'hello' }));
  const bad = await addHook(t, owner, `${silent.name}/`);
  const refused = await owner.verify(bad.id);
  t.expect(refused.json()?.verified === false, 'the hook not to be verified', refused);
  const list = await owner.list();
  t.expect(list.json()?.map(({ verified: is }) => is).join() === '1,0', 'the first hook verified, the second not', list);
});

functional('unusual-receivers', 'Receivers given as an address, or with names like 10.carrier.example', async (t) => {
  const owner = await customer(t);
  const [plain, carrier, shop] = [
    await receiver(t),
    await receiver(t, repeatChallenge, '151.101.1.69'),
    await receiver(t, repeatChallenge, '151.101.65.69'),
  ];
  for (const [server, url] of [
    [plain, `${plain.url}/in`],
    [carrier, `http://10.carrier.example:${carrier.port}/`],
    [shop, `http://localhost.shop.example:${shop.port}/127.0.0.1/in?next=http://169.254.169.254/`],
  ]) {
    const hook = await addHook(t, owner, url);
    const sent = await owner.test(hook.id);
    t.expect(server.requests.length === 1, `the event to arrive at ${url}`, sent);
  }
});

functional('hook-moves', 'A receiver that has moved gets its events at the new address', async (t) => {
  const owner = await customer(t);
  const [old, fresh] = [await receiver(t), await receiver(t)];
  const hook = await addHook(t, owner, `${old.name}/`);
  await owner.verify(hook.id);
  const moved = await owner.move(hook.id, `${fresh.name}/new`);
  t.expect(moved.status === 204, 'the move to be answered with 204', moved);
  const sent = await owner.test(hook.id);
  t.expect(fresh.requests.at(-1)?.path === '/new', 'the event at the new address', sent);
  const list = await owner.list();
  t.expect(list.json()?.[0]?.verified === 0, 'the new address not to be verified yet', list);
});

functional('receiver-in-trouble', 'Errors, long answers and silence are recorded', async (t) => {
  const owner = await customer(t);
  const broken = await receiver(t, () => ({ status: 500, body: `${'long '.repeat(4000)}end` }));
  const hook = await addHook(t, owner, `${broken.name}/`);
  const { sent, seen } = await sendAndLook(owner, hook.id);
  t.expect(sent.json()?.status === 500, 'the status of the receiver', sent);
  const shown = seen.json()?.[0]?.answer ?? '';
  t.expect(shown.startsWith('long ') && shown.length <= 500, 'the first 500 characters of the answer', seen);
  broken.close();
  const again = await sendAndLook(owner, hook.id);
  t.expect(again.sent.json()?.status === null, 'no status without an answer', again.sent);
  t.expect(again.seen.json()?.length === 2, 'both deliveries in the list', again.seen);
});

functional('own-hooks-only', 'A customer sees and uses the own hooks only', async (t) => {
  const [owner, other] = [await customer(t), await customer(t)];
  const partner = await receiver(t);
  const hook = await addHook(t, owner, `${partner.name}/`);
  for (const answer of [await other.test(hook.id), await other.deliveries(hook.id), await other.verify(hook.id)]) {
    t.expect(answer.status === 404, "somebody else's hook to be answered with 404", answer);
  }
  t.expect(partner.requests.length === 0, 'no event to be sent');
});

/* Attacks: each has worked when a machine inside was called, whether its answer is shown or not. */

/** Registers each address, sends an event there, and tells whether the machine inside was called. */
async function tryAll(t, inside, urls) {
  const owner = await customer(t);
  for (const url of urls) {
    const added = await owner.add(url);
    const id = added.json()?.id;
    if (added.status >= 300 || id === undefined) continue;
    const { seen } = await sendAndLook(owner, id);
    if (inside.wasCalled()) t.breach(`${url} makes the service call a machine inside the network`, seen);
  }
}

exploit(
  'number-spellings',
  'The own machine, as a decimal, octal, hexadecimal or short address',
  { finding: 'outbound-address' },
  async (t) => {
    const inside = await insider(t, '127.0.0.1');
    const hosts = ['2130706433', '0x7f000001', '017700000001', '127.1', '0177.0.0.1', '0x7f.1', '0'];
    await tryAll(t, inside, hosts.map((host) => `http://${host}:${inside.port}/`));
  },
);

exploit(
  'name-to-inside',
  'A public name that stands for an address inside',
  { finding: 'outbound-address' },
  async (t) => {
    const owner = await customer(t);
    const added = await owner.add('http://ops.partner.example:9901/state');
    if (added.status < 300) {
      const { seen } = await sendAndLook(owner, added.json()?.id);
      if (seen.text.includes(t.canary('ops-token'))) t.breach("a customer reads the operators' token", seen);
    }
    const inside = await insider(t, '10.20.0.5');
    await tryAll(t, inside, [`http://cluster.partner.example:${inside.port}/`, `http://CLUSTER.partner.example:${inside.port}/`]);
  },
);

exploit(
  'redirect-inside',
  'A receiver that answers with a redirect to a machine inside',
  { finding: 'outbound-address' },
  async (t) => {
    const inside = await insider(t, '127.0.0.1');
    const target = `http://127.0.0.1:${inside.port}/latest`;
    for (const status of [307, 302]) {
      const partner = await receiver(t, () => ({ status, headers: { location: target } }));
      await tryAll(t, inside, [`${partner.name}/`]);
    }
  },
);

exploit(
  'private-networks',
  'Addresses of private networks and of the metadata service of the cloud',
  { finding: 'outbound-address' },
  async (t) => {
    for (const address of ['10.20.0.5', '172.16.9.9', '192.168.7.7', '169.254.170.2', '169.254.169.254']) {
      const inside = await insider(t, address);
      const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
      await tryAll(t, inside, [`http://${address}:${inside.port}/`, `http://${number}:${inside.port}/latest/meta-data/`]);
    }
  },
);

exploit(
  'mapped-addresses',
  'The same machines, written as IPv6 addresses and in mixed numbers',
  { finding: 'outbound-address', hidden: true },
  async (t) => {
    const inside = await insider(t, '127.0.0.1');
    const hosts = ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:FFFF:7f00:0001]'];
    await tryAll(t, inside, hosts.map((host) => `http://${host}:${inside.port}/`));
    const metadata = await insider(t, '169.254.169.254');
    await tryAll(t, metadata, [`http://[::ffff:a9fe:a9fe]:${metadata.port}/`]);
    const six = await insider(t, '::1').catch(() => undefined); // not every machine has IPv6
    if (six) await tryAll(t, six, [`http://[0:0:0:0:0:0:0:1]:${six.port}/`]);
    await tryAll(t, inside, [`http://0x7f.0.0x0.01:${inside.port}/`]);
  },
);

exploit(
  'redirect-chain',
  'Two redirects, the second to a name or a number',
  { finding: 'outbound-address', hidden: true },
  async (t) => {
    const inside = await insider(t, '10.20.0.5');
    for (const host of ['169082885', 'cluster.partner.example', '[::ffff:10.20.0.5]']) {
      const partner = await receiver(t, ({ path }) =>
        path === '/first'
          ? { status: 308, headers: { location: '/second' } }
          : { status: 307, headers: { location: `//${host}:${inside.port}/` } },
      );
      await tryAll(t, inside, [`${partner.name}/first`]);
    }
  },
);

exploit(
  'verification-inside',
  'The verification calls a machine inside, directly or by a redirect',
  { finding: 'outbound-address', hidden: true },
  async (t) => {
    const inside = await insider(t, '169.254.169.254');
    const target = `http://169.254.169.254:${inside.port}/latest/meta-data/iam/`;
    const partner = await receiver(t, () => ({ status: 302, headers: { location: target } }));
    const owner = await customer(t);
    for (const url of [`${partner.name}/`, `http://2852039166:${inside.port}/`, `http://0251.0376.0251.0376:${inside.port}/`]) {
      const added = await owner.add(url);
      if (added.status >= 300) continue;
      const answer = await owner.verify(added.json()?.id);
      if (inside.wasCalled()) t.breach('the verification reaches the metadata service of the cloud', answer);
    }
  },
);

exploit(
  'moved-inside',
  'A hook that moves from outside to inside',
  { finding: 'outbound-address', hidden: true },
  async (t) => {
    const [inside, partner] = [await insider(t, '127.0.1.1'), await receiver(t)];
    const owner = await customer(t);
    const hook = await addHook(t, owner, `${partner.name}/`);
    await owner.verify(hook.id);
    await owner.move(hook.id, `http://127.0.1.1:${inside.port}/`);
    const { seen } = await sendAndLook(owner, hook.id);
    if (inside.wasCalled()) t.breach('a verified hook reaches a machine inside', seen);
  },
);

notice('outbound-address', (t, { response }) =>
  response.text.includes(t.canary('ops-token'))
    ? "the operators' token, which only the machine itself can read, is in the answer"
    : undefined,
);
