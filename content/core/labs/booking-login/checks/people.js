/** Registers somebody new; the session is signed in afterwards. */
export async function register(t, { email, name = 'Guest', password = t.random('pass'), agent } = {}) {
  const address = email ?? `${t.random('guest')}@mail.example`;
  const session = t.app.session();
  const answer = await session.post('/register', {
    json: { email: address, name, password },
    headers: agent ? { 'User-Agent': agent } : {},
  });
  return { session, answer, email: address, name, password, id: answer.json()?.id };
}

const known = new Map();

/** The same member for every check that asks for this label; a slow password hash makes new ones dear. */
export async function member(t, label, options) {
  if (!known.has(label)) known.set(label, register(t, options));
  const person = await known.get(label);
  t.expect(person.answer.status === 201, 'a new account to be answered with 201', person.answer);
  return person;
}

export async function signIn(t, email, password, { agent, ...more } = {}) {
  const session = t.app.session();
  const headers = agent === undefined ? {} : { 'User-Agent': agent };
  const answer = await session.post('/login', { json: { email, password, ...more }, headers });
  return { session, answer };
}

/** The account a session is signed in to, or undefined. */
export async function whoIs(session) {
  const answer = await session.get('/me');
  return answer.status === 200 ? answer.json() : undefined;
}
