import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { findOne, insert } from './collections.js';
import { Problem } from './problem.js';
import { requireMember, requireStaff, startSession } from './sign-in.js';

const line = z.string().trim().min(1).max(80);

const application = z.object({
  name: line,
  city: line,
  district: line.optional(),
  company: line.optional(),
  skills: z.array(line).max(12).default([]),
  listed: z.boolean().default(true),
  contact: z.object({ phone: line, mail: line.optional() }),
});

export const memberRoutes = Router();

memberRoutes.post('/members', (req, res) => {
  const invite = findOne('invites', { code: req.body?.invite, open: true });
  if (!invite) throw new Problem(403, 'This invite is not valid.');
  const { data, error } = application.safeParse(req.body);
  if (error) throw new Problem(400, z.prettifyError(error));
  if (findOne('members', { name: data.name })) throw new Problem(409, 'There is a member of this name.');
  const joined = new Date().toISOString().slice(0, 10);
  const member = insert('members', { id: randomUUID(), role: invite.role, joined, note: '', ...data });
  startSession(res, member);
  res.status(201).json({ id: member.id, name: member.name, role: member.role });
});

memberRoutes.get('/me', requireMember, (req, res) => {
  const { note, ...own } = req.member;
  res.json(own);
});

memberRoutes.put('/me/listed', requireMember, (req, res) => {
  if (typeof req.body?.listed !== 'boolean') throw new Problem(400, 'Send true or false.');
  req.member.listed = req.body.listed;
  res.json({ listed: req.member.listed });
});

memberRoutes.get('/members/:id', requireMember, requireStaff, (req, res) => {
  const member = findOne('members', { id: req.params.id });
  if (!member) throw new Problem(404, 'There is no such member.');
  res.json(member);
});
