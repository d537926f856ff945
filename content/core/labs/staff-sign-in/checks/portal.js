const key = (t) => ({ 'X-Internal-Key': t.canary('internal-key') });

/** Adds an account the way the HR system does; returns its name and password. */
export async function hire(t, { name = t.random('staff'), disabled = false } = {}) {
  const password = t.random('pass');
  const answer = await t.app.post('/internal/accounts', { headers: key(t), json: { name, password, disabled } });
  t.expect(answer.status === 204, 'an account to be added with 204', answer);
  return { name, password };
}

/** Sends the form; `app` may be a session. */
export const signIn = (app, { name, password }, next) =>
  app.post('/sign-in', { form: { username: name, password, ...(next !== undefined && { next }) } });

/** All attempts on the trail, oldest first. */
export async function trail(t) {
  const list = (await t.app.get('/internal/trail', { headers: key(t) })).json();
  return Array.isArray(list) ? list : [];
}

export async function alerts(t) {
  const list = (await t.app.get('/internal/alerts', { headers: key(t) })).json();
  return Array.isArray(list) ? list : [];
}

/** Where a browser goes that gets this answer, or undefined when it stays. */
export function landing(t, answer) {
  if (answer.status < 300 || answer.status > 399 || answer.location === undefined) return undefined;
  try {
    return new URL(answer.location, `${t.app.url}/sign-in`);
  } catch {
    return undefined;
  }
}

export const leaves = (t, answer) => {
  const target = landing(t, answer);
  return target !== undefined && target.origin !== new URL(t.app.url).origin;
};

/** Path and query of where a browser goes. */
export function pathAfter(t, answer) {
  const target = landing(t, answer);
  return target && target.origin === new URL(t.app.url).origin ? target.pathname + target.search : undefined;
}
