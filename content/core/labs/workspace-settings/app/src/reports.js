import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import { findAccount, requireAccount, requireOwner } from './accounts.js';
import { config } from './config.js';
import { Problem } from './problem.js';

const reports = ['members', 'billing', 'sign-ins', 'invites', 'storage', 'integrations', 'audit', 'devices'];

/** Account name -> { report: true }. */
const grants = new Map();

export const reportRoutes = Router();
reportRoutes.use(requireAccount);

reportRoutes.get('/reports', (req, res) => {
  const granted = grants.get(req.account.name) ?? {};
  res.json(reports.filter((report) => req.account.owner || granted[report]));
});

reportRoutes.get('/reports/:report', async (req, res) => {
  const { report } = req.params;
  if (!reports.includes(report)) throw new Problem(404, 'There is no such report.');
  const granted = grants.get(req.account.name) ?? {};
  if (!req.account.owner && !granted[report]) {
    throw new Problem(403, 'Ask the owner for this report.');
  }
  res.type('text/csv').send(await readFile(join(config.reportsDir, `${report}.csv`), 'utf8'));
});

reportRoutes.put('/grants/:name', requireOwner, (req, res) => {
  const { name } = findAccount(req.params.name);
  const wanted = req.body?.reports;
  if (!Array.isArray(wanted) || !wanted.every((report) => reports.includes(report))) {
    throw new Problem(400, `Name some of: ${reports.join(', ')}.`);
  }
  grants.set(name, Object.fromEntries(wanted.map((report) => [report, true])));
  res.json({ name, reports: wanted });
});
