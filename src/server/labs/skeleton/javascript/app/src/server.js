import { join } from 'node:path';
import express from 'express';
import { createPages } from './pages.js';

const { DATA_DIR = 'data', HANDBOOK_TITLE = 'Handbook', HOST = '127.0.0.1', PORT = '8080' } = process.env;
const pages = createPages(join(DATA_DIR, 'pages'));
const text = (value) => (typeof value === 'string' ? value : '');

const app = express();
app.disable('x-powered-by');

app.get('/health', (_req, res) => {
  res.json({ status: 'up', title: HANDBOOK_TITLE });
});

app.get('/pages', async (_req, res) => {
  res.json(await pages.names());
});

app.get('/search', async (req, res) => {
  res.json(await pages.holding(text(req.query.word)));
});

app.get('/page', async (req, res) => {
  const name = text(req.query.name);
  const page = await pages.text(name);
  if (page === undefined) {
    res.status(404).type('text/plain').send(`There is no page ${name}.\n`);
    return;
  }
  res.type('text/plain').send(page);
});

app.listen(Number(PORT), HOST);
