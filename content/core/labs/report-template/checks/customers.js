/** A customer with a key of its own, and the calls it makes. */
export async function customer(t, name = t.random('Customer')) {
  const answer = await t.app.post('/accounts', { json: { name } });
  const key = answer.json()?.key;
  t.expect(typeof key === 'string', 'a new customer to get a key', answer);
  const headers = { 'X-Api-Key': key };
  return {
    name,
    get: (path) => t.app.get(path, { headers }),
    visit: (visit) => t.app.post('/visits', { json: visit, headers }),
    layout: (layout) => t.app.put('/layout', { json: layout, headers }),
    preview: (layout) => t.app.post('/layout/preview', { json: layout, headers }),
  };
}

export const visitOf = (t, fields = {}) => ({
  machine: t.random('Press'),
  result: 'failed',
  inspector: 'Aino Virtanen',
  date: '2031-03-02',
  notes: t.random('note'),
  readings: [
    { label: 'Pressure', value: 5.26 },
    { label: 'Temperature', value: 61.5 },
  ],
  ...fields,
});

/** Enters a visit that has to be accepted. */
export async function enter(t, owner, visit) {
  const answer = await owner.visit(visit);
  t.expect(answer.status === 201, 'a visit to be answered with 201', answer);
  return answer.json()?.id;
}

const known = new Map();

/** One customer with one visit for all attacks. */
export async function attacker(t) {
  if (!known.has('attacker')) {
    const owner = await customer(t);
    known.set('attacker', { owner, id: await enter(t, owner, visitOf(t)) });
  }
  return known.get('attacker');
}

/** Keeps a layout and reads the mail in it; undefined when the layout is refused. */
export async function mailIn(t, layout) {
  const { owner, id } = await attacker(t);
  const kept = await owner.layout(layout);
  return kept.status < 300 && kept.status > 0 ? owner.get(`/visits/${id}/mail`) : undefined;
}
