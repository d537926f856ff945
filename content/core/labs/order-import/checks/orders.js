const namespace = 'urn:example:order';

/** The text of an order; `doctype` stands before it, `note` and `quantity` are put in as they are. */
export const order = ({ customer = 'Bakery', note = '', quantity = '3', deliverOn = '', doctype = '', encoding } = {}) =>
  [
    encoding ? `<?xml version="1.0" encoding="${encoding}"?>` : '<?xml version="1.0"?>',
    doctype,
    `<order xmlns="${namespace}">`,
    `  <customer>${customer}</customer>`,
    deliverOn ? `  <deliverOn>${deliverOn}</deliverOn>` : '',
    `  <line article="FLOUR-25" quantity="${quantity}"/>`,
    '  <line article="YEAST-1" quantity="12"/>',
    note ? `  <note>${note}</note>` : '',
    '</order>',
  ]
    .filter((line) => line !== '')
    .join('\n');

const xml = { 'Content-Type': 'application/xml' };
export const send = (t, body) => t.app.post('/api/orders', { headers: xml, body });
export const check = (t, body) => t.app.post('/api/orders/check', { headers: xml, body });

/** What the app tells about an order: the answer to it, and the order when it is asked for again. */
export async function toldAbout(t, body) {
  const answer = await send(t, body);
  const number = answer.json()?.number;
  const shown = number === undefined ? undefined : await t.app.get(`/api/orders/${number}`);
  return { answer, text: answer.text + (shown?.text ?? '') };
}

/** UTF-16 with a byte order mark, big or little end first. */
export function utf16(text, bigEndian = false) {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}
