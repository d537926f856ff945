import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { Problem } from './problem.js';
import { signInAs, signOut } from './sessions.js';

const accounts = new Map();

// Keys are 144 random bits, not passwords: one round of a fast hash is enough.
const digest = (key) => createHash('sha256').update(key).digest();

const text = (value, longest) => {
  if (typeof value !== 'string' || value.trim() === '' || value.length > longest) {
    throw new Problem(400, `Send a text of at most ${longest} characters.`);
  }
  return value.trim();
};

export function requireAccount(req, _res, next) {
  if (!req.session.account) throw new Problem(401, 'Sign in first.');
  next();
}

export const accountRoutes = Router();

accountRoutes.post('/accounts', (req, res) => {
  const company = text(req.body?.company, 80);
  const iban = text(req.body?.iban, 34);
  const number = `c-${randomBytes(5).toString('hex')}`;
  const key = randomBytes(18).toString('base64url');
  accounts.set(number, { number, company, iban, deliverTo: '', orders: [], keyDigest: digest(key) });
  res.status(201).json({ account: number, key });
});

accountRoutes.post('/session', (req, res) => {
  const account = accounts.get(req.body?.account);
  const given = digest(String(req.body?.key));
  if (!account || !timingSafeEqual(account.keyDigest, given)) {
    console.warn(`sign-in refused for ${JSON.stringify(req.body?.account)} from ${req.ip}`);
    throw new Problem(401, 'Account and key do not match.');
  }
  signInAs(account, req, res);
  res.json({ account: account.number, company: account.company });
});

accountRoutes.get('/session', (req, res) => {
  const { account, endsAt } = req.session;
  res.json({ account: account?.number ?? null, endsAt: new Date(endsAt).toISOString() });
});

accountRoutes.delete('/session', (req, res) => {
  signOut(req, res);
  res.status(204).end();
});

accountRoutes.get('/account', requireAccount, (req, res) => {
  const { number, company, iban, deliverTo } = req.session.account;
  res.json({ account: number, company, iban, deliverTo });
});

accountRoutes.patch('/account', requireAccount, (req, res) => {
  req.session.account.deliverTo = text(req.body?.deliverTo, 200);
  res.json({ deliverTo: req.session.account.deliverTo });
});
