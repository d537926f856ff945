import { randomBytes } from 'node:crypto';
import { config } from './config.js';

const cookieName = 'sid';
const lifetime = config.sessionMinutes * 60_000;

// The widget runs on the pages of the shops, which is another site: SameSite has to be None.
const cookieOptions = { httpOnly: true, secure: true, sameSite: 'none', maxAge: lifetime };

/** Id -> session. One process serves everybody, so memory will do. */
const sessions = new Map();

/** Gives every request a session, from the first visit on; the basket of a visitor is kept in it. */
export function withSession(req, res, next) {
  const id = req.cookies[cookieName] ?? randomBytes(24).toString('base64url');
  let session = sessions.get(id);
  if (!session || session.endsAt < Date.now()) {
    session = { id, account: undefined, basket: [], endsAt: 0 };
    sessions.set(id, session);
  }
  session.endsAt = Date.now() + lifetime;
  res.cookie(cookieName, id, { secure: true, sameSite: 'none', maxAge: lifetime });
  req.session = session;
  next();
}

export function signInAs(account, req, res) {
  req.session.account = account;
  res.cookie(cookieName, req.session.id, cookieOptions);
}

export function signOut(req, res) {
  sessions.delete(req.session.id);
  res.clearCookie(cookieName, cookieOptions);
}

export function removeEnded(now = Date.now()) {
  for (const [id, { endsAt }] of sessions) if (endsAt < now) sessions.delete(id);
}

setInterval(removeEnded, 60_000).unref();
