/** Opens a claim; returns its number. */
export async function openClaim(t, subject = t.random('claim')) {
  const answer = await t.app.post('/api/claims', { json: { subject } });
  const id = answer.json()?.id;
  t.expect(answer.status === 201 && id !== undefined, 'a new claim to be opened with 201 and a number', answer);
  return id;
}

/** Adds a document the way the portal does. */
export function add(t, claim, { name, type, content }) {
  return t.app.post(`/api/claims/${claim}/documents`, {
    headers: { 'X-Remote-User': 'm.okafor' },
    multipart: [{ name: 'file', filename: name, type, content }],
  });
}

export function fetch(t, claim, document) {
  return t.app.get(`/api/claims/${claim}/documents/${document}`);
}

/** What the portal lists for a claim. */
export async function listed(t, claim) {
  const found = (await t.app.get(`/api/claims/${claim}`)).json()?.documents;
  return Array.isArray(found) ? found : [];
}

/** Adds a document that has to be accepted; returns what the portal says about it. */
export async function added(t, claim, document) {
  const answer = await add(t, claim, document);
  const seen = answer.json();
  t.expect(answer.status === 201 && seen?.id !== undefined, `"${document.name}" to be added with 201`, answer);
  return seen;
}

export const isInline = (answer) => !/^\s*attachment/i.test(answer.headers['content-disposition'] ?? '');

const active = /^(?:text\/html|text\/xml|application\/xml|application\/xslt|application\/[\w.-]+\+xml|image\/svg\+xml|text\/xsl|text\/javascript)\b/;

/** Whether a browser that opens this answer would run a script in it with the rights of the portal. */
export function runsInPortal(answer) {
  const type = (answer.headers['content-type'] ?? '').trim().toLowerCase();
  const policy = answer.headers['content-security-policy'] ?? '';
  const sandboxed = /(?:^|[;,])\s*sandbox\b(?![^;,]*allow-scripts)/i.test(policy);
  const guessed = type === '' && !/nosniff/i.test(answer.headers['x-content-type-options'] ?? '');
  return answer.status === 200 && (active.test(type) || guessed) && isInline(answer) && !sandboxed;
}
