import { Router } from 'express';
import { requireAccount } from '../accounts.js';
import { Problem } from '../problem.js';
import { applyChanges, setEntry } from './change.js';
import { defaults } from './defaults.js';
import { loadSettings, saveSettings } from './store.js';
import { problemWith } from './validate.js';

export const settingsRoutes = Router();
settingsRoutes.use('/settings', requireAccount);

function keep(req, res, settings) {
  const problem = problemWith(settings);
  if (problem) throw new Problem(400, problem);
  saveSettings(req.account.name, settings);
  res.json(settings);
}

const isDocument = (body) => body !== null && typeof body === 'object' && !Array.isArray(body);

settingsRoutes.get('/settings', (req, res) => {
  res.json(loadSettings(req.account.name));
});

settingsRoutes.put('/settings', (req, res) => {
  keep(req, res, { ...structuredClone(defaults), ...req.body });
});

settingsRoutes.patch('/settings', (req, res) => {
  if (!isDocument(req.body)) throw new Problem(400, 'Send an object with the settings to change.');
  keep(req, res, applyChanges(loadSettings(req.account.name), req.body));
});

// For clients that change one thing at a time, such as the column picker and the calendar integration.
settingsRoutes.put('/settings/entry', (req, res) => {
  const { path, value } = req.body ?? {};
  if ((typeof path !== 'string' && !Array.isArray(path)) || path.length === 0) {
    throw new Problem(400, 'Name the entry: "notify.quiet.from", or a list of names where one has a dot in it.');
  }
  if (value === undefined) throw new Problem(400, 'Send the value of the entry.');
  keep(req, res, setEntry(loadSettings(req.account.name), path, value));
});
