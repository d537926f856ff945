/** Joins with a fresh name and signs in; the session carries the cookie. */
export async function newMember(t) {
  const name = t.random('member');
  const joined = await t.app.post('/members', { json: { invite: 'welcome-aboard', name } });
  t.expect(joined.status === 201, 'a new member to be answered with 201', joined);
  const session = t.app.session();
  const signedIn = await session.post('/session', { json: { name, key: joined.json()?.key } });
  t.expect(signedIn.status === 200 && signedIn.setCookies.length > 0, 'the key to sign the member in', signedIn);
  return { name, session, signedIn };
}

export async function owner(t) {
  const session = t.app.session();
  const signedIn = await session.post('/session', { json: { name: 'owner', key: t.canary('owner-key') } });
  t.expect(signedIn.status === 200, 'the owner to be able to sign in', signedIn);
  return { session };
}

export async function settingsOf(t, { session }) {
  const seen = await session.get('/settings');
  t.expect(seen.status === 200 && seen.json()?.notify, 'the settings to be readable', seen);
  return seen.json();
}

/** The secret line of a report. */
export const secretOf = (t, report) => t.canary(`report-${report}`);
