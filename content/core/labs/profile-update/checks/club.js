const bearer = (token) => ({ Authorization: `Bearer ${token}` });

/** Joins the club; returns the token, the number and the profile of the new member. */
export async function join(t) {
  const email = `${t.random('member')}@club.example`;
  const answer = await t.app.post('/api/members', { json: { email, displayName: t.random('Member') } });
  const { member, token } = answer.json() ?? {};
  t.expect(answer.status === 201 && member?.id && token, 'a new member to be let in with 201, a profile and a token', answer);
  return { token, id: member.id, email, member };
}

export const profile = (t, token) => t.app.get('/api/me', { headers: bearer(token) });
export const change = (t, token, json) => t.app.patch('/api/me', { headers: bearer(token), json });
export const changeText = (t, token, body) =>
  t.app.patch('/api/me', { headers: { ...bearer(token), 'Content-Type': 'application/json' }, body });
export const changeByForm = (t, token, form) => t.app.post('/api/me', { headers: bearer(token), form });
export const book = (t, token, hours = 1) => t.app.post('/api/bookings', { headers: bearer(token), json: { hours } });
export const keySafe = (t, token) => t.app.get('/api/dispatch/key-safe', { headers: bearer(token) });

const desk = (t) => bearer(t.canary('dispatch-token'));
export const verifyLicense = (t, id) =>
  t.app.post(`/api/dispatch/members/${id}/license`, { headers: desk(t), json: { verified: true } });
export const pay = (t, id, cents) =>
  t.app.post(`/api/dispatch/members/${id}/credit`, { headers: desk(t), json: { cents } });
