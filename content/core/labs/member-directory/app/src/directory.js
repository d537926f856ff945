import { Router } from 'express';
import { findMany } from './collections.js';
import { config } from './config.js';
import { requireMember } from './sign-in.js';

const orders = new Map([
  ['name', { name: 1 }],
  ['newest', { joined: -1, name: 1 }],
  ['city', { city: 1, name: 1 }],
]);

/** What members see of each other. */
const publicProfile = ({ id, name, city, district, company, skills, joined }) => ({
  id,
  name,
  city,
  district,
  company,
  skills,
  joined,
});

/** The filter for what the search form sent. */
export function filterFor({ name, skill, joined, ...columns }) {
  const filter = { listed: true, ...columns };
  if (name) filter.name = { $regex: `^${RegExp.escape(String(name))}`, $options: 'i' };
  if (skill) filter.skills = { $in: [skill].flat().map(String) };
  if (joined) filter.joined = { $gte: String(joined.from ?? ''), $lte: String(joined.to || '9999') };
  return filter;
}

export const directoryRoutes = Router();

directoryRoutes.get('/directory', requireMember, (req, res) => {
  const { sort, page, ...form } = req.query;
  const given = Object.entries(form).filter(([, value]) => value !== '');
  const number = Math.max(1, Number.parseInt(page, 10) || 1);
  const found = findMany('members', filterFor(Object.fromEntries(given)), {
    sort: orders.get(sort) ?? orders.get('name'),
    skip: (number - 1) * config.pageSize,
    limit: config.pageSize,
  });
  res.json(found.map(publicProfile));
});
