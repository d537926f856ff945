// The calls of the offices and their clients, as the checks use them.

/** Opens an account for an office. */
export async function openOffice(t) {
  const added = await t.app.post('/offices', { json: { name: t.random('office') } });
  t.expect(
    added.status === 201 && added.json()?.token,
    'an office to be answered with 201 and a token',
    added,
  );
  return new Office(t, added.json().token);
}

class Office {
  constructor(t, token) {
    this.t = t;
    this.headers = { Authorization: `Bearer ${token}` };
  }

  put(docket, text) {
    return this.t.app.put(`/documents/${docket}`, { headers: this.headers, body: text });
  }

  askForLink(docket, { to = '', hours = 24 } = {}) {
    return this.t.app.post(`/documents/${docket}/links`, {
      headers: this.headers,
      json: { recipient: to, hours },
    });
  }

  /** The fields of a link for an own document, in full; undefined when it was refused. */
  async link(docket, options) {
    await this.put(docket, 'the document of the attacker');
    const made = await this.askForLink(docket, options);
    return made.json()?.link ? fieldsOf(made.json().link) : undefined;
  }
}

/** A document of another office, which nobody made a link for. */
export async function hideDocument(t, docket = t.random('offer')) {
  const office = await openOffice(t);
  const text = t.random('confidential');
  const stored = await office.put(docket, text);
  t.expect(stored.status === 201, 'a document to be stored with 201', stored);
  return { docket, text };
}

/** The parameters of a link, as texts. */
export function fieldsOf(address) {
  const query = URL.parse(String(address), 'http://notary')?.searchParams ?? new URLSearchParams();
  const [docket, to, exp, sig] = ['docket', 'to', 'exp', 'sig'].map((name) => query.get(name) ?? '');
  return { docket, to, exp, sig };
}

export const follow = (t, address) => t.app.get(address);

export const open = (t, fields) => t.app.get('/open', { query: fields });

export const inAnHour = () => String(Math.floor(Date.now() / 1000) + 3600);

export function breachIfRead(t, { docket, text }, seen) {
  if (seen.text.includes(text)) t.breach(`the attacker reads ${docket}, a document of another office`, seen);
}
