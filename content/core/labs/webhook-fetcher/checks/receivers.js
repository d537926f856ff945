/** The public address that hooks.partner.example stands for. */
export const partnerAddress = '93.184.216.34';

/** A customer with a key of its own, and the calls it makes. */
export async function customer(t) {
  const answer = await t.app.post('/customers', { json: { name: t.random('Customer') } });
  const key = answer.json()?.key;
  t.expect(typeof key === 'string', 'a new customer to get a key', answer);
  const headers = { 'X-Api-Key': key };
  return {
    add: (url) => t.app.post('/hooks', { json: { url }, headers }),
    move: (id, url) => t.app.put(`/hooks/${id}`, { json: { url }, headers }),
    list: () => t.app.get('/hooks', { headers }),
    test: (id) => t.app.post(`/hooks/${id}/test`, { headers }),
    verify: (id) => t.app.post(`/hooks/${id}/verification`, { headers }),
    deliveries: (id) => t.app.get(`/hooks/${id}/deliveries`, { headers }),
  };
}

/** A hook that has to be accepted. */
export async function addHook(t, owner, url) {
  const answer = await owner.add(url);
  t.expect(answer.status === 201, `${url} to be accepted`, answer);
  return answer.json();
}

/** A receiver on the public internet; by default it answers every event and repeats every challenge. */
export async function receiver(t, handler = repeatChallenge, address = partnerAddress) {
  const server = await t.listen(handler, { address });
  return { ...server, requests: server.requests, name: `http://hooks.partner.example:${server.port}` };
}

export function repeatChallenge({ path }) {
  const word = new URL(path, 'http://receiver.example').searchParams.get('challenge');
  return { status: 200, body: word ?? 'thank you' };
}

/** A machine that only our own network may reach; what it says is worth something. */
export async function insider(t, address) {
  const secret = t.random('inside');
  const server = await t.listen(() => ({ status: 200, body: secret }), { address });
  return { server, port: server.port, secret, wasCalled: () => server.requests.length > 0 };
}

/** Sends a test event and returns all that the customer gets to see of it. */
export async function sendAndLook(owner, id) {
  const sent = await owner.test(id);
  const seen = await owner.deliveries(id);
  return { sent, seen };
}
