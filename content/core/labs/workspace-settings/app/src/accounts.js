import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { config } from './config.js';
import { Problem } from './problem.js';

const accounts = new Map();
const sessions = new Map();

// Keys are 144 random bits, not passwords: one round of a fast hash is enough.
const digest = (key) => createHash('sha256').update(key).digest();

function addAccount(name, { key, owner = false }) {
  accounts.set(name, { name, owner, keyDigest: digest(key) });
}

addAccount('owner', { key: config.ownerKey, owner: true });

export function findAccount(name) {
  const account = accounts.get(name);
  if (!account) throw new Problem(404, 'There is no such member.');
  return account;
}

export function join(req, res) {
  const { invite, name } = req.body ?? {};
  if (invite !== config.inviteCode) throw new Problem(403, 'This invite is not valid.');
  if (typeof name !== 'string' || !/^[\w .'-]{2,40}$/.test(name)) {
    throw new Problem(400, 'Use a name of 2 to 40 letters, digits, spaces and .\'-');
  }
  if (accounts.has(name)) throw new Problem(409, 'This name is taken.');
  const key = randomBytes(18).toString('base64url');
  addAccount(name, { key });
  res.status(201).json({ name, key });
}

export function listMembers(_req, res) {
  const byRole = Object.groupBy(accounts.values(), ({ owner }) => (owner ? 'owners' : 'members'));
  const names = (group = []) => group.map(({ name }) => name).sort();
  res.json({ owners: names(byRole.owners), members: names(byRole.members) });
}

export function signIn(req, res) {
  const { name, key } = req.body ?? {};
  const account = accounts.get(name);
  if (!account || !timingSafeEqual(account.keyDigest, digest(String(key)))) {
    throw new Problem(401, 'Name and key do not match.');
  }
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, account);
  res.cookie('sid', id, { httpOnly: true, sameSite: 'lax' });
  res.json({ name: account.name, owner: account.owner });
}

export function requireAccount(req, _res, next) {
  const account = sessions.get(req.cookies.sid);
  if (!account) throw new Problem(401, 'Sign in first.');
  req.account = account;
  next();
}

export function requireOwner(req, _res, next) {
  if (!req.account.owner) throw new Problem(403, 'Only the owner of the workspace may do this.');
  next();
}
