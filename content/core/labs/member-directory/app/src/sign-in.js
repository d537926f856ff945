import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import { findOne, insert, remove } from './collections.js';
import { config } from './config.js';
import { sendText } from './outbox.js';
import { Problem } from './problem.js';

const sessions = new Map();

export function startSession(res, member) {
  const id = randomBytes(24).toString('base64url');
  sessions.set(id, member);
  res.cookie('sid', id, { httpOnly: true, secure: true, sameSite: 'lax' });
}

export function requireMember(req, _res, next) {
  req.member = sessions.get(req.cookies.sid);
  if (!req.member) throw new Problem(401, 'Sign in first.');
  next();
}

export function requireStaff(req, _res, next) {
  if (req.member.role !== 'staff') throw new Problem(403, 'Only the staff may see this.');
  next();
}

export const signInRoutes = Router();

// The answer is the same for members and strangers, so that nobody learns who is a member.
signInRoutes.post('/links', (req, res) => {
  const member = findOne('members', { name: String(req.body?.name) });
  if (member) {
    const token = randomBytes(18).toString('base64url');
    insert('links', { name: member.name, token, endsAt: Date.now() + config.linkMinutes * 60_000 });
    const query = new URLSearchParams({ name: member.name, token });
    sendText(member.contact.phone, `Your link: https://loft.example/enter?${query}`);
  }
  res.status(202).json({ message: 'If there is such a member, a link is on its way.' });
});

signInRoutes.post('/session', (req, res) => {
  const { name, token } = req.body ?? {};
  if (!name || !token) throw new Problem(400, 'Open the link from your text message.');
  const link = findOne('links', { name, token, endsAt: { $gt: Date.now() } });
  if (!link) throw new Problem(401, 'This link is not good any more. Ask for another one.');
  remove('links', link);
  const member = findOne('members', { name: link.name });
  startSession(res, member);
  res.json({ id: member.id, name: member.name, role: member.role });
});
