export const marta = { id: 'm-7f3a', name: 'Marta Lind' };

/** Joins with an invite; the session carries the cookie. */
export async function join(t, details = {}, invite = 'loft-guest') {
  const session = t.app.session();
  const name = details.name ?? `Ana ${t.random('member')}`;
  const phone = t.random('+47');
  const json = { invite, city: 'Oslo', contact: { phone }, ...details, name };
  const joined = await session.post('/members', { json });
  t.expect(joined.status === 201, 'an invited person to be welcomed with 201', joined);
  return { session, joined, name, phone, id: joined.json()?.id };
}

/** Asks for a link and takes its token out of the text message. */
export async function linkFor(t, name, phone) {
  const known = new Set(t.files.list('outbox'));
  const asked = await t.app.post('/links', { json: { name } });
  t.expect(asked.status === 202, 'asking for a link to be answered with 202', asked);
  const file = t.files.list('outbox').find((path) => !known.has(path) && (t.files.read(path) ?? '').includes(phone));
  const text = JSON.parse(t.files.read(file ?? '') ?? '{}').text ?? '';
  const token = /[?&]token=([^&\s]+)/.exec(text)?.[1];
  t.expect(token, 'a text message with a link', text);
  return token;
}

export async function directory(session, query) {
  const answer = await session.get(`/directory?${query}`);
  const found = answer.json();
  return { answer, names: Array.isArray(found) ? found.map((member) => member?.name) : undefined };
}

/** What only the staff can open. */
export async function staffNote(t, session) {
  const seen = await session.get(`/members/${marta.id}`);
  return { seen, open: seen.text.includes(t.canary('safe-code')) };
}
